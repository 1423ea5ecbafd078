// What Python tells of a run and its branches.

export interface SettingsTold {
  rule: string;
  learning_rate: number;
  l2: number | null;
}

export interface TrackTold {
  name: string;
  label: string;
  parent: string;
  first: number;
  step: number;
  branched_at: number | null;
  changes: { step: number; text: string }[];
  settings: SettingsTold;
  stopped: string | null;
  can_undo: boolean;
}

export interface Comparison {
  now: string;
  track: string;
  first_difference: number | null;
  words: string;
  steps: number[];
  distances: Record<string, (number | null)[]>;
}

/** What happened on a run's way, for its timeline. */
export function marksOf({ branched_at, parent, changes }: TrackTold): { step: number; text: string }[] {
  const began = branched_at !== null && parent ? [{ step: branched_at, text: "branched off" }] : [];
  return [...began, ...changes];
}
