// What happened to a run, for its timeline.
import type { TrackView } from "../wire/shared.ts";

/** What happened on a run's way, for its timeline. */
export function marksOf({ branched_at, parent, changes }: TrackView): { step: number; text: string }[] {
  const began = branched_at !== null && parent ? [{ step: branched_at, text: "branched off" }] : [];
  return [...began, ...changes];
}
