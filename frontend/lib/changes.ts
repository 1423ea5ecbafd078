// Changes on their way to Python: one at a time, and an older reply never overwrites a newer change.
import type { Spec } from "./protocol.ts";

export class ChangeQueue {
  private waiting: Partial<Spec> | null = null;
  private out: Partial<Spec> | null = null;

  constructor(private readonly send: (change: Partial<Spec>) => Promise<void>) {}

  get busy(): boolean {
    return this.out !== null;
  }

  push(change: Partial<Spec>): void {
    this.waiting = { ...this.waiting, ...change };
    if (!this.out) void this.pump();
  }

  /** What the controls should show: the settings in force, overlaid with those on their way. */
  overlay(spec: Spec): Spec {
    return { ...spec, ...this.out, ...this.waiting };
  }

  clear(): void {
    this.waiting = null;
  }

  private async pump(): Promise<void> {
    while (this.waiting) {
      this.out = this.waiting;
      this.waiting = null;
      try {
        await this.send(this.out);
      } finally {
        this.out = null;
      }
    }
  }
}
