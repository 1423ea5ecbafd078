// Timeline markers of a run.
import type { TrackView } from "../wire/shared.ts";

/** The markers of a run: where it branched off, and its changes. */
export function marksOf({ branched_at, parent, changes }: TrackView): { step: number; text: string }[] {
  const began = branched_at !== null && parent ? [{ step: branched_at, text: "branched off" }] : [];
  return [...began, ...changes];
}
