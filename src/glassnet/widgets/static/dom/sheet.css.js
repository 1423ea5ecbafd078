// dom/sheet.css
var sheet_default = ".gn-sheet {\n  position: relative;\n  aspect-ratio: 1;\n  outline: 1px solid var(--gn-line);\n  cursor: crosshair;\n  touch-action: none;\n}\n.gn-sheet img {\n  display: block;\n  width: 100%;\n  height: 100%;\n  user-select: none;\n}\n.gn-widget .gn-pen {\n  position: absolute;\n  width: var(--gn-target);\n  height: var(--gn-target);\n  padding: 0;\n  border: 0;\n  border-radius: 50%;\n  background: none;\n  transform: translate(-50%, -50%);\n  pointer-events: none;\n}\n.gn-widget .gn-pen:focus-visible {\n  outline: 2px dashed var(--gn-spot);\n  outline-offset: -4px;\n}\n";
export {
  sheet_default as default
};
