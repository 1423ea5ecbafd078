// A preview keeps the places of widgets and controls open: as high as they were on this screen when the lesson was last open.

const PLACEHOLDER = ".preview-placeholder";
const SETTLED_MS = 3000;

/** The heights of outputs, with the gaps below them, at one width of the window. */
interface Heights {
  width: number;
  pixels: Record<number, number>;
}

/** Reserve the heights known from an earlier visit; return which outputs have placeholders. */
export function reserveHeights(all: readonly Element[]): number[] {
  const known = kept();
  const places = [...all.keys()].filter((index) => all[index]!.querySelector(PLACEHOLDER));
  for (const index of places) {
    const pixels = known?.width === innerWidth && known.pixels[index];
    if (!pixels) continue;
    const output = all[index] as HTMLElement;
    output.dataset["reserved"] = "";
    output.style.height = `${pixels}px`;
    output.style.height = `${2 * pixels - distance(all, index)}px`; // less the gap below, which isn't part of it
  }
  return places;
}

/** Remember how high these outputs of the notebook are, once it has had time to settle. */
export function rememberHeights(all: () => readonly Element[], places: readonly number[]): void {
  setTimeout(() => {
    const now = all();
    const pixels = Object.fromEntries(places.flatMap((index) => (now[index] ? [[index, distance(now, index)]] : [])));
    try {
      localStorage.setItem(key(), JSON.stringify({ width: innerWidth, pixels } satisfies Heights));
    } catch {
      // storage is full or forbidden: the next visit doesn't know them
    }
  }, SETTLED_MS);
}

/** How far it is from the top of an output to the top of the next. */
function distance(all: readonly Element[], index: number): number {
  const { top, bottom } = all[index]!.getBoundingClientRect();
  return (all[index + 1]?.getBoundingClientRect().top ?? bottom) - top;
}

function kept(): Heights | null {
  try {
    return JSON.parse(localStorage.getItem(key())!) as Heights | null;
  } catch {
    return null; // storage is forbidden or contains something else
  }
}

function key(): string {
  return `glassnet-heights-${location.pathname}`;
}
