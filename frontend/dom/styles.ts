// Styles for every root: the palette as variables, and what all widgets fraction.
import palette from "./palette.css";
import root from "./root.css";

export const rootStyles = palette + root;
