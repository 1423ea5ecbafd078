// widgets/principal_axes/principal_axes.css
var principal_axes_default = ".gn-cloud .gn-row {\n  margin-bottom: var(--gn-space-2);\n}\n.gn-cloud .gn-turning {\n  height: 340px;\n  cursor: grab;\n  touch-action: pan-y;\n}\n.gn-cloud svg {\n  display: block;\n  width: 100%;\n  height: 100%;\n  overflow: visible;\n  user-select: none;\n}\n.gn-cloud text {\n  font: var(--gn-text-label) system-ui, sans-serif;\n  fill: var(--gn-quiet);\n}\n.gn-cloud .gn-shadows {\n  height: 58px;\n}\n";
export {
  principal_axes_default as default
};
