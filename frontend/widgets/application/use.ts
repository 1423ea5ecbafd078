// What each application's view has in common.
import type { Shell } from "../../dom/shell.ts";
import type { Channel } from "../../lib/channel.ts";
import type { Wire } from "../../wire/application.ts";

/** Where the reader uses the network. */
export interface UseView {
  readonly element: HTMLElement;
  /** The network has changed: ask it again. */
  refresh(): void;
  retheme(): void;
  close(): void;
}

export interface Host {
  shell: Shell;
  channel: Channel<Wire>;
  /** Start again with an untrained network; false if that failed. */
  restart(): Promise<boolean>;
}
