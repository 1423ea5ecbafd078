// What every root carries: the palette as variables, and the look of what all widgets have.
import palette from "./palette.css";
import root from "./root.css";

export const rootStyles = palette + root;
