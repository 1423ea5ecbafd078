// Settings in a URL's hash, so that any set-up is a link: every declared setting, by its declared type.
import { namesOf, type Setting, type SettingsOf } from "./settings.ts";

export function toHash<Values>(settings: SettingsOf<Values>, values: Values): string {
  const fields = new URLSearchParams();
  for (const name of namesOf(settings)) {
    const value: unknown = values[name];
    fields.set(name, Array.isArray(value) ? value.join("-") : String(value));
  }
  return `#${fields}`;
}

/** The settings in a URL's hash; what is missing or unreadable is left out, the rest is checked by Python. */
export function fromHash<Values>(settings: SettingsOf<Values>, hash: string): Partial<Values> {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const values: Record<string, unknown> = {};
  for (const name of namesOf(settings)) {
    const text = fields.get(name);
    const value = text === null ? undefined : read(settings[name] as Setting, text);
    if (value !== undefined) values[name] = value;
  }
  return values as Partial<Values>;
}

function read({ type }: Setting, text: string): unknown {
  if (type === "choice" || type === "text") return text || undefined;
  if (type === "names") return text.split("-").filter(Boolean);
  if (type === "list") return text.split("-").filter(Boolean).map(Number);
  if (type === "flag") return text === "true" || text === "false" ? text === "true" : undefined;
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? value : undefined;
}
