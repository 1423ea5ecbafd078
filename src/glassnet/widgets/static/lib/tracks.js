// lib/tracks.ts
function marksOf({ branched_at, parent, changes }) {
  const began = branched_at !== null && parent ? [{ step: branched_at, text: "branched off" }] : [];
  return [...began, ...changes];
}
export {
  marksOf
};
