import assert from "node:assert/strict";
import { test } from "node:test";
import { ChangeQueue } from "../lib/changes.ts";
import { unpack } from "../lib/framing.ts";
import { History } from "../lib/history.ts";
import { fromHash, toHash } from "../lib/link.ts";
import type { Spec } from "../lib/protocol.ts";
import { changeWords, namesOf, type Setting } from "../lib/settings.ts";
import { Timeline } from "../lib/timeline.ts";
import { SETTINGS } from "../wire/lab.ts";

const SPEC = Object.fromEntries(namesOf(SETTINGS).map((name) => [name, SETTINGS[name].default])) as unknown as Spec;

const sample = (step: number) => ({ step, epoch: step / 35, train: 1 / (step + 1), test: 1 });

/** A value that a setting may have, other than its default. */
function other(setting: Setting): unknown {
  if (setting.type === "choice") return setting.choices.find(({ value }) => value !== setting.default)!.value;
  if (setting.type === "flag") return !setting.default;
  if (setting.type === "list") return [setting.max, setting.min];
  if (setting.type === "names") return setting.choices.slice(1, 3).map(({ value }) => value);
  if (setting.type === "text") return "-1.5,0,0;1,2,1";
  return setting.default === setting.max ? setting.min : setting.max;
}

for (const name of namesOf(SETTINGS)) {
  test(`the setting ${name} survives a round trip through a URL`, () => {
    const changed = { ...SPEC, [name]: other(SETTINGS[name]) };
    assert.deepEqual(fromHash(SETTINGS, toHash(SETTINGS, changed))[name], changed[name]);
    assert.ok(changeWords(SETTINGS, SPEC, { [name]: changed[name] }).startsWith(SETTINGS[name].words));
    assert.ok(SETTINGS[name].help, "the help dialog lists it");
  });
}

test("what is missing or unreadable in a URL is left out", () => {
  assert.deepEqual(fromHash(SETTINGS, toHash(SETTINGS, { ...SPEC, hidden: [] })), { ...SPEC, hidden: [] });
  assert.deepEqual(fromHash(SETTINGS, "#noise=loud&seed=3&unknown=1"), { seed: 3 });
  assert.deepEqual(fromHash(SETTINGS, ""), {});
});

test("a message is unpacked to the byte", () => {
  const head = new TextEncoder().encode('{"kind":"ü"}');
  const message = new ArrayBuffer(4 + head.length + 4 + 8 + 3);
  const view = new DataView(message);
  view.setUint32(0, head.length, true);
  new Uint8Array(message, 4).set(head);
  view.setUint32(4 + head.length, 2, true);
  view.setUint32(8 + head.length, 1, true);
  view.setUint32(12 + head.length, 2, true);
  new Uint8Array(message, 16 + head.length).set([7, 8, 9]);
  const { head: found, bufs } = unpack(message);
  assert.deepEqual(found, { kind: "ü" });
  const bytes = bufs.map((buffer) => [...new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)]);
  assert.deepEqual(bytes, [[7], [8, 9]]);
});

test("the history stays small, keeps its ends, and spreads what it keeps", () => {
  const history = new History();
  for (let step = 0; step <= 20_000; step += 3) history.add(sample(step));
  const steps = history.samples.map(({ step }) => step);
  assert.ok(steps.length <= 600 && steps.length >= 250, `${steps.length} samples`);
  assert.deepEqual([steps[0], steps.at(-1)], [0, 19_998]);
  assert.ok(Math.max(...steps.slice(1).map((step, i) => step - steps[i]!)) <= 200);
});

test("going back forgets what came after", () => {
  const history = new History();
  for (let step = 0; step < 10; step++) history.add(sample(step));
  history.mark({ step: 2, epoch: 0, label: "a" }, false);
  history.mark({ step: 8, epoch: 0, label: "b" }, false);
  history.add({ ...sample(4), train: 0.5 });
  assert.deepEqual(history.samples.map(({ step }) => step), [0, 1, 2, 3, 4]);
  assert.deepEqual(history.marks.map(({ label }) => label), ["a"]);
  assert.deepEqual(History.from(history.toRecord()).samples, history.samples);
});

test("one change is sent at a time; later ones are merged and win", async () => {
  const sent: Partial<Spec>[] = [];
  const answers: (() => void)[] = [];
  const queue = new ChangeQueue((change) => {
    sent.push(change);
    return new Promise((done) => answers.push(done));
  });
  queue.push({ noise: 0.1 });
  queue.push({ noise: 0.2 });
  queue.push({ noise: 0.3, l2: 1 });
  assert.deepEqual(sent, [{ noise: 0.1 }]);
  assert.equal(queue.overlay(SPEC).noise, 0.3);
  answers.shift()!();
  await new Promise(setImmediate);
  assert.deepEqual(sent, [{ noise: 0.1 }, { noise: 0.3, l2: 1 }]);
  answers.shift()!();
  await new Promise(setImmediate);
  assert.equal(queue.busy, false);
  assert.deepEqual(queue.overlay(SPEC), SPEC);
});

test("something new forgets what was undone; the best recent moment is found", () => {
  const timeline = new Timeline();
  const moment = (label: string) => ({ checkpoint: label, history: new History().toRecord(), label });
  timeline.push(moment("a"));
  timeline.future.push(moment("undone"));
  timeline.push(moment("b"));
  assert.deepEqual([timeline.past.length, timeline.future.length], [2, 0]);
  assert.equal(timeline.best(), null);
  for (let step = 0; step < 30; step++) timeline.keep({ checkpoint: `${step}`, step, loss: step === 0 ? 0.5 : 1 });
  assert.equal(timeline.best()!.step, 0, "the first since the last change is kept for good");
  timeline.forgetRecent();
  assert.equal(timeline.best(), null);
});
