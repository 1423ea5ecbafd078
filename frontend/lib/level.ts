// How much of the Lab is shown: to play with a network, to build one, or to look inside.

export const LEVELS = [
  { name: "play", label: "Play", help: "Choose data and train" },
  { name: "build", label: "Build", help: "Choose everything: features, layers, loss, update rule" },
  { name: "look", label: "Look inside", help: "Click any unit, weight or point to see how its numbers were computed" },
] as const;

export type Level = (typeof LEVELS)[number]["name"];

const PARAMETER = "level";

/** The level in a URL's hash; the first if there is none. */
export function levelIn(hash: string): Level {
  const wanted = new URLSearchParams(hash.replace(/^#/, "")).get(PARAMETER);
  return LEVELS.find(({ name }) => name === wanted)?.name ?? "play";
}

/** A hash of settings with the level added; the first level needs no word. */
export function withLevel(hash: string, level: Level): string {
  return level === "play" ? hash : `${hash}&${PARAMETER}=${level}`;
}
