// Changes on their way to Python: never more than one out, and no older reply may overwrite a newer wish.
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

  /** What the controls should show: the settings in force, overlaid with what is on its way. */
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
