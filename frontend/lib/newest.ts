// Wishes that come faster than answers: one is out at a time, and of those that wait only the newest counts.

export class Newest<Wish> {
  private waiting: { wish: Wish } | null = null;
  private out = false;

  /** `send` must not throw. */
  constructor(private readonly send: (wish: Wish) => Promise<void>) {}

  get busy(): boolean {
    return this.out;
  }

  ask(wish: Wish): void {
    this.waiting = { wish };
    if (!this.out) void this.pump();
  }

  private async pump(): Promise<void> {
    this.out = true;
    while (this.waiting) {
      const { wish } = this.waiting;
      this.waiting = null;
      await this.send(wish);
    }
    this.out = false;
  }
}
