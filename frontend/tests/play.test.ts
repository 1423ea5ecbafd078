import assert from "node:assert/strict";
import { test } from "node:test";
import { PlayLoop, speedOf, type PlaySettings } from "../lib/play.ts";
import { NoReply } from "../lib/protocol.ts";

/** A host whose animation frames and replies come when the test says so. */
class Host {
  asked = 0;
  changes = 0;
  readonly errors: Error[] = [];
  isReady = true;
  readonly loop: PlayLoop;
  private readonly replies: { done: (goOn: boolean) => void; fail: (error: Error) => void }[] = [];
  private look: ((now: number) => void) | null = null;

  constructor(settings: PlaySettings = {}, turn?: (now: number) => boolean | void) {
    this.loop = new PlayLoop(
      {
        turn: turn ?? (() => this.ask()),
        changed: () => void this.changes++,
        failed: (error) => void this.errors.push(error),
        ready: () => this.isReady,
      },
      {
        ...settings,
        requestFrame: (look) => {
          this.look = look;
          return 1;
        },
        cancelFrame: () => {
          this.look = null;
        },
      },
    );
  }

  get waiting(): boolean {
    return this.replies.length > 0;
  }

  frame(now: number): void {
    this.look?.(now);
  }
  async reply(answer: Error | boolean = true): Promise<void> {
    const { done, fail } = this.replies.shift()!;
    if (typeof answer === "boolean") done(answer);
    else fail(answer);
    await new Promise(setImmediate);
  }
  private ask(): Promise<boolean> {
    this.asked++;
    return new Promise((done, fail) => this.replies.push({ done, fail }));
  }
}

test("at most two requests are out, and none before it is ready", async () => {
  const host = new Host({ depth: 2 });
  host.isReady = false;
  host.loop.play();
  host.frame(0);
  assert.equal(host.asked, 0);
  host.isReady = true;
  for (let now = 16; now < 200; now += 16) host.frame(now);
  assert.equal(host.asked, 2);
  await host.reply();
  host.frame(216);
  assert.equal(host.asked, 3);
});

test("slow play asks five times a second", async () => {
  const host = new Host();
  host.loop.everyMs = speedOf("slow").everyMs;
  host.loop.play();
  for (let now = 0; now < 990; now += 1000 / 60) {
    host.frame(now);
    if (host.waiting) await host.reply();
  }
  assert.equal(host.asked, 5);
});

test("it has settled when it is paused and the last reply is in, and says so", async () => {
  const host = new Host();
  host.loop.play();
  host.frame(0);
  host.loop.pause();
  assert.equal(host.loop.settled, false);
  const { changes } = host;
  await host.reply();
  assert.equal(host.loop.settled, true);
  assert.equal(host.changes, changes + 1);
});

test("it ends when a turn says so, but not by a turn of an earlier play", async () => {
  const host = new Host({ depth: 2 });
  host.loop.play();
  host.frame(0);
  host.loop.pause();
  host.loop.play();
  host.frame(20);
  await host.reply(false);
  assert.equal(host.loop.playing, true, "the answer to what was asked before is of no account");
  await host.reply(false);
  assert.equal(host.loop.playing, false);
});

test("it stops at once without a reply, and on an error", async () => {
  const host = new Host();
  host.loop.play();
  host.frame(0);
  await host.reply(new NoReply());
  assert.equal(host.loop.playing, false);
  assert.ok(host.errors[0] instanceof NoReply);
  host.loop.play();
  host.frame(1000);
  await host.reply(new Error("no such data"));
  assert.equal(host.loop.playing, false);
  assert.equal(host.errors[1]!.message, "no such data");
});

test("what is recorded is moved through without waiting", () => {
  const seen: number[] = [];
  const host = new Host({}, (now) => {
    seen.push(now);
    return seen.length < 3;
  });
  host.loop.play();
  for (let now = 0; now < 100; now += 20) host.frame(now);
  assert.deepEqual(seen, [0, 20, 40]);
  assert.equal(host.loop.playing, false);
});
