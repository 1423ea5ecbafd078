import assert from "node:assert/strict";
import { test } from "node:test";
import { Player, SPEEDS } from "../lib/player.ts";
import { NoReply, type Frame, type Message } from "../lib/protocol.ts";

/** A host whose animation frames and replies come when the test says so. */
class Host {
  readonly asked: Message[] = [];
  readonly events: string[] = [];
  isReady = true;
  private readonly replies: { done: (frame: Frame) => void; fail: (error: Error) => void }[] = [];
  private look: ((now: number) => void) | null = null;

  ask(message: Message): Promise<Frame> {
    this.asked.push(message);
    return new Promise((done, fail) => this.replies.push({ done, fail }));
  }
  ready = () => this.isReady;
  onGiveUp = () => void this.events.push("gave up");
  onSettled = () => void this.events.push("settled");
  onError = (error: Error) => void this.events.push(error.message);
  requestFrame = (look: (now: number) => void) => {
    this.look = look;
    return 1;
  };
  cancelFrame = () => {
    this.look = null;
  };

  get waiting(): boolean {
    return this.replies.length > 0;
  }

  frame(now: number): void {
    this.look?.(now);
  }
  async reply(error?: Error): Promise<void> {
    const { done, fail } = this.replies.shift()!;
    error ? fail(error) : done({} as Frame);
    await new Promise(setImmediate);
  }
}

test("at most two requests are out, and none before it is ready", async () => {
  const host = new Host();
  const player = new Player(host);
  host.isReady = false;
  player.play();
  host.frame(0);
  assert.equal(host.asked.length, 0);
  host.isReady = true;
  for (let now = 16; now < 200; now += 16) host.frame(now);
  assert.equal(host.asked.length, 2);
  await host.reply();
  host.frame(216);
  assert.equal(host.asked.length, 3);
});

test("slow play asks five times a second", async () => {
  const host = new Host();
  const player = new Player(host);
  player.speed = SPEEDS.find(({ name }) => name === "slow")!;
  player.play();
  for (let now = 0; now < 990; now += 1000 / 60) {
    host.frame(now);
    if (host.waiting) await host.reply();
  }
  assert.equal(host.asked.length, 5);
});

test("it has settled when it is paused and the last reply is in", async () => {
  const host = new Host();
  const player = new Player(host);
  player.play();
  host.frame(0);
  player.pause();
  assert.equal(player.settled, false);
  await host.reply();
  assert.equal(player.settled, true);
  assert.deepEqual(host.events, ["settled"]);
});

test("it gives up after five requests without a reply, and stops at once on an error", async () => {
  const host = new Host();
  const player = new Player(host);
  player.play();
  for (let i = 0; i < 5; i++) {
    host.frame(20 * i);
    await host.reply(new NoReply());
  }
  assert.equal(player.playing, false);
  assert.ok(host.events.includes("gave up"));
  player.play();
  host.frame(1000);
  await host.reply(new Error("no such data"));
  assert.equal(player.playing, false);
  assert.ok(host.events.includes("no such data"));
});
