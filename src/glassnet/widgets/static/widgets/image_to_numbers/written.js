// widgets/image_to_numbers/written.ts
function written({ head, levels, values }, place) {
  return head.scale === "raw" ? String(levels[place]) : values[place].toFixed(2);
}
function placeWords(pixel, side) {
  return `row ${Math.floor(pixel / side) + 1}, column ${pixel % side + 1}`;
}
export {
  placeWords,
  written
};
