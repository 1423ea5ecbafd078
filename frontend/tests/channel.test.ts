import assert from "node:assert/strict";
import { mock, test, type TestContext } from "node:test";
import type { Model } from "../lib/anywidget.ts";
import { Channel } from "../lib/channel.ts";

type Any = Record<string, { request: object; reply: { said: string; place: number } }>;

interface Asked {
  id: number;
  kind: string;
  view_id: string;
  place?: number;
}

/** A notebook's model whose replies come when the test says so, if they come. */
class Python implements Model {
  readonly asked: Asked[] = [];
  readonly errors: string[] = [];
  dead = false;
  private receive: ((head: unknown, buffers: DataView[]) => void) | null = null;

  get = (): unknown => undefined;
  send(content: unknown): void {
    if (this.dead) throw new Error("Kernel is dead.");
    this.asked.push(content as Asked);
  }
  on(_event: string, callback: (...values: never[]) => void): void {
    this.receive = callback as unknown as typeof this.receive;
  }
  off(): void {
    this.receive = null;
  }

  get kinds(): string[] {
    return this.asked.map(({ kind }) => kind);
  }
  async answer(asked: Asked, head: object = {}): Promise<void> {
    this.receive?.({ ...asked, ...head }, []);
    await settled();
  }
}

const settled = (): Promise<unknown> => new Promise(setImmediate);

async function pass(seconds: number): Promise<void> {
  mock.timers.tick(seconds * 1000);
  await settled();
}

function begun(context: TestContext): { python: Python; channel: Channel<Any> } {
  mock.timers.enable({ apis: ["setTimeout"] });
  const python = new Python();
  const channel = new Channel<Any>(python, (message) => python.errors.push(message));
  context.after(() => {
    channel.close();
    mock.timers.reset();
  });
  return { python, channel };
}

test("a first request whose answer is lost is repeated after growing delays, and reported after thirty seconds", async (context) => {
  const { python, channel } = begun(context);
  const used: unknown[] = [];
  channel.request("open", { place: 1 }, ({ head }) => used.push(head));
  for (const [seconds, times] of [[9, 1], [1, 2], [19, 2], [1, 3], [39, 3], [1, 4], [80, 5], [160, 6], [300, 7], [300, 8]] as const) {
    await pass(seconds);
    assert.equal(python.asked.length, times);
  }
  assert.equal(new Set(python.asked.map((one) => JSON.stringify(one))).size, 1);
  assert.match(python.errors[0]!, /not answered for 30 seconds.*keeps trying/);
  assert.match(python.errors.at(-1)!, /not answered for 15 minutes/);
  await python.answer(python.asked[7]!);
  assert.equal(used.length, 1);
  assert.equal(python.errors.at(-1), "");
  await pass(10_000);
  assert.equal(python.asked.length, 8);
});

test("a late first answer counts, and those of repeated requests are dropped", async (context) => {
  const { python, channel } = begun(context);
  const used: string[] = [];
  channel.request("open", {}, ({ head }) => used.push(head.said));
  await pass(10);
  await pass(20);
  assert.equal(python.asked.length, 3);
  for (const said of ["first", "second", "third"]) await python.answer(python.asked[0]!, { said });
  assert.deepEqual(used, ["first"]);
});

test("of requests made while waiting only the newest is sent, and an older answer is not drawn", async (context) => {
  const { python, channel } = begun(context);
  const used: number[] = [];
  const ask = (place: number): void => channel.request("count", { place }, ({ head }) => used.push(head.place));
  for (const place of [1, 2, 3]) ask(place);
  await pass(9);
  assert.equal(python.asked.length, 1);
  await pass(1);
  assert.deepEqual(python.asked.map(({ place }) => place), [1, 3]);
  await python.answer(python.asked[0]!);
  assert.deepEqual(used, []);
  await pass(10);
  assert.deepEqual(python.asked.map(({ place }) => place), [1, 3, 3]);
  await python.answer(python.asked[1]!);
  await python.answer(python.asked[0]!);
  assert.deepEqual(used, [3]);
});

test("every first request is repeated by itself, and so are those that its answer triggers", async (context) => {
  const { python, channel } = begun(context);
  channel.request("list", {}, () => channel.request("picture", {}, () => {}));
  channel.request("sum", {}, () => {});
  await python.answer(python.asked[0]!);
  assert.deepEqual(python.kinds, ["list", "sum", "picture"]);
  await pass(10);
  assert.deepEqual(python.kinds.slice(3).sort(), ["picture", "sum"]);
});

test("the requests of a reader are sent once: an undo sent twice would undo twice", async (context) => {
  const { python, channel } = begun(context);
  channel.request("open", {}, () => {});
  await python.answer(python.asked[0]!);
  channel.request("undo", {}, () => {});
  await pass(30);
  assert.deepEqual(python.kinds, ["open", "undo"]);
  assert.equal(python.errors.at(-1), "Python has not answered in time.");
  await assert.rejects(Promise.all([channel.ask("advance", {}), pass(30)]), /not answered in time/);
  await pass(1000);
  assert.deepEqual(python.kinds, ["open", "undo", "advance"]);
});

test("an error reply is an answer", async (context) => {
  const { python, channel } = begun(context);
  channel.request("open", {}, () => assert.fail("a refusal is not drawn"));
  await python.answer(python.asked[0]!, { kind: "error", message: "No such example." });
  await pass(1000);
  assert.deepEqual([python.kinds, python.errors], [["open"], ["No such example."]]);
});

test("the error of a dead kernel is reported, and nothing more is sent", async (context) => {
  const { python, channel } = begun(context);
  channel.request("open", {}, () => {});
  python.dead = true;
  await pass(10);
  python.dead = false;
  await pass(1000);
  assert.deepEqual([python.kinds, python.errors], [["open"], ["Kernel is dead."]]);
});

test("a closed page sends nothing more, and reports nothing", async (context) => {
  const { python, channel } = begun(context);
  channel.request("open", {}, () => {});
  channel.close();
  await pass(1000);
  assert.deepEqual([python.kinds, python.errors], [["open"], []]);
});
