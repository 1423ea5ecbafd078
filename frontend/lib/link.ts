// Settings as the end of an address, so that any set-up is a link.
import type { Spec } from "./protocol.ts";

const TEXT_FIELDS = ["data", "activation"] as const;
const NUMBER_FIELDS = ["samples", "noise", "test", "data_seed", "learning_rate", "l2", "batch_size", "seed"] as const;

export function toHash(spec: Spec): string {
  const fields = new URLSearchParams();
  for (const name of TEXT_FIELDS) fields.set(name, spec[name]);
  fields.set("hidden", spec.hidden.join("-"));
  for (const name of NUMBER_FIELDS) fields.set(name, String(spec[name]));
  return `#${fields}`;
}

/** The settings in an address; what is absent or unreadable is left out, the rest is for Python to judge. */
export function fromHash(hash: string): Partial<Spec> {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const spec: Record<string, unknown> = {};
  for (const name of TEXT_FIELDS) if (fields.get(name)) spec[name] = fields.get(name);
  for (const name of NUMBER_FIELDS) {
    const value = Number.parseFloat(fields.get(name) ?? "");
    if (Number.isFinite(value)) spec[name] = value;
  }
  const hidden = fields.get("hidden");
  if (hidden !== null) spec["hidden"] = hidden.split("-").filter(Boolean).map(Number);
  return spec as Partial<Spec>;
}
