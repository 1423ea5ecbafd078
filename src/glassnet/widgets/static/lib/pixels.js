// lib/pixels.ts
import { COLORS } from "./palette.js";
var CHANNELS = { 1: ["grey"], 3: ["red", "green", "blue"] };
function channelColor(level, channel) {
  if (channel === "grey") return [level, level, level];
  return [channel === "red" ? level : 0, channel === "green" ? level : 0, channel === "blue" ? level : 0];
}
function inkOn(color) {
  const [red, green, blue] = color.map(linear);
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (light + 0.05) ** 2 > 1.05 * 0.05 ? COLORS.black.light : COLORS.white.light;
}
function pixelColor(levels, pixel, channels) {
  const at = (channel) => levels[pixel * channels + Math.min(channel, channels - 1)];
  return [at(0), at(1), at(2)];
}
function css([red, green, blue]) {
  return `rgb(${red} ${green} ${blue})`;
}
function stepFrom(cell, side, key) {
  const [row, column] = [Math.floor(cell / side), cell % side];
  const held = (place) => Math.min(side - 1, Math.max(0, place));
  switch (key) {
    case "ArrowLeft":
      return row * side + held(column - 1);
    case "ArrowRight":
      return row * side + held(column + 1);
    case "ArrowUp":
      return held(row - 1) * side + column;
    case "ArrowDown":
      return held(row + 1) * side + column;
    case "Home":
      return row * side;
    case "End":
      return row * side + side - 1;
    default:
      return null;
  }
}
function linear(byte) {
  const fraction = byte / 255;
  return fraction <= 0.04045 ? fraction / 12.92 : ((fraction + 0.055) / 1.055) ** 2.4;
}
export {
  CHANNELS,
  channelColor,
  css,
  inkOn,
  pixelColor,
  stepFrom
};
