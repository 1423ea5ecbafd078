// dom/styles.ts
import palette from "./palette.css.js";
import root from "./root.css.js";
var rootStyles = palette + root;
export {
  rootStyles
};
