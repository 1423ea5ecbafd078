// lib/pasted_table.ts
import { MAX_CLASSES, MAX_POINTS, MIN_POINTS } from "./own_points.js";
var EDGE = 2;
var SPREAD = 1.5;
function parseTable(text) {
  const given = text.split(/\r?\n/).filter((line) => line.trim());
  const lines = given.length === 1 ? given[0].split(";").filter((row) => row.trim()) : given;
  const separator = separatorOf(lines[0] ?? "");
  const rows = lines.map((line) => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1")));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const headed = rows.length > 1 && rows[0].slice(0, 2).every((cell) => !isNumber(cell));
  const names = Array.from({ length: width }, (_, i) => headed && rows[0][i] || `column ${i + 1}`);
  return { names, rows: headed ? rows.slice(1) : rows };
}
function guessColumns({ names, rows }) {
  const all = names.map((_, i) => i);
  if (names.length === 3 && names.every((name) => name.startsWith("column "))) return { x: 0, y: 1, label: 2 };
  const numbers = all.filter((i) => rows.length > 0 && rows.every((row) => isNumber(row[i] ?? "")));
  const [x = 0, y = 1] = numbers;
  const label = [...all].reverse().find((i) => i !== x && i !== y) ?? y;
  return { x, y, label };
}
function toPoints({ names, rows }, { x, y, label }) {
  if (rows.length < MIN_POINTS || rows.length > MAX_POINTS) throw new Error(`A table needs ${MIN_POINTS} to ${MAX_POINTS} rows; this one has ${rows.length}.`);
  if (x === y || x === label || y === label) throw new Error("x₁, x₂ and the class must be three different columns.");
  const [across, up] = [x, y].map((column) => onMap(numbersOf(rows, column, names[column])));
  const labels = numbered(rows.map((row) => row[label] ?? ""));
  return rows.map((_, i) => ({ x: across[i], y: up[i], label: labels[i] }));
}
function numbersOf(rows, column, name) {
  return rows.map((row, i) => {
    const cell = row[column] ?? "";
    if (!isNumber(cell)) throw new Error(`Row ${i + 1} has ${cell ? `“${cell.slice(0, 20)}”` : "nothing"} in ${name}, which must be a number.`);
    return toNumber(cell);
  });
}
function onMap(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low >= -EDGE && high <= EDGE) return values;
  return values.map((value) => high === low ? 0 : (value - low) / (high - low) * 2 * SPREAD - SPREAD);
}
function numbered(labels) {
  if (labels.every((label) => /^[0-5]$/.test(label))) return labels.map(Number);
  const known = [...new Set(labels)];
  if (known.length > MAX_CLASSES) throw new Error(`There may be ${MAX_CLASSES} classes; the chosen column has ${known.length} different values.`);
  return labels.map((label) => known.indexOf(label));
}
function separatorOf(line) {
  return ["	", ";", ","].find((mark) => line.includes(mark)) ?? /\s+/;
}
function isNumber(cell) {
  return cell !== "" && Number.isFinite(toNumber(cell));
}
function toNumber(cell) {
  return Number(cell.replace("−", "-").replace(/^([^.]*),(\d+)$/, "$1.$2"));
}
export {
  guessColumns,
  parseTable,
  toPoints
};
