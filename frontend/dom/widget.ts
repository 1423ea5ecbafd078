// A notebook widget: a shell with the content, and a channel to its Python side.
import type { Model } from "../lib/anywidget.ts";
import { Channel } from "../lib/channel.ts";
import type { Theme } from "../lib/palette.ts";
import type { Kinds } from "../lib/protocol.ts";
import { makeShell, type Shell } from "./shell.ts";

export interface Content {
  /** Draw again in another theme. */
  retheme(theme: Theme): void;
  close(): void;
}

interface WidgetSettings {
  /** Names the widget as a region. */
  label: string;
  /** The class of its root. */
  name: string;
  styles: string;
}

/** What anywidget needs of a module: `build` fills the shell and returns what it has made. */
export function defineWidget<Wire extends { [Kind in keyof Wire]: Kinds[string] }>(
  { label, name, styles }: WidgetSettings,
  build: (shell: Shell, channel: Channel<Wire>) => Content,
): { render(context: { model: Model; el: HTMLElement }): () => void } {
  return {
    render({ model, el }) {
      let content: Content | null = null;
      const shell = makeShell(el, label, styles, (theme) => content?.retheme(theme));
      shell.root.classList.add(name);
      const channel = new Channel<Wire>(model, shell.showError);
      content = build(shell, channel);
      return () => {
        content.close();
        channel.close();
        shell.close();
      };
    },
  };
}

/** Several parts as one content. */
export function together(...parts: Content[]): Content {
  return {
    retheme: (theme) => parts.forEach((part) => part.retheme(theme)),
    close: () => parts.forEach((part) => part.close()),
  };
}
