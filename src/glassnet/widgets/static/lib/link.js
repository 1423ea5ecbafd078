// lib/link.ts
var TEXT_FIELDS = ["data", "activation"];
var NUMBER_FIELDS = ["samples", "noise", "test", "data_seed", "learning_rate", "l2", "batch_size", "seed"];
function toHash(spec) {
  const fields = new URLSearchParams();
  for (const name of TEXT_FIELDS) fields.set(name, spec[name]);
  fields.set("hidden", spec.hidden.join("-"));
  for (const name of NUMBER_FIELDS) fields.set(name, String(spec[name]));
  return `#${fields}`;
}
function fromHash(hash) {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const spec = {};
  for (const name of TEXT_FIELDS) if (fields.get(name)) spec[name] = fields.get(name);
  for (const name of NUMBER_FIELDS) {
    const value = Number.parseFloat(fields.get(name) ?? "");
    if (Number.isFinite(value)) spec[name] = value;
  }
  const hidden = fields.get("hidden");
  if (hidden !== null) spec["hidden"] = hidden.split("-").filter(Boolean).map(Number);
  return spec;
}
export {
  fromHash,
  toHash
};
