// widgets/hillside/hillside.css
var hillside_default = ".gn-hillside .gn-row {\n  margin-bottom: var(--gn-space-2);\n}\n.gn-widget .gn-said {\n  min-height: 3em;\n  margin-bottom: var(--gn-space-2);\n}\n.gn-time {\n  flex: 1 1 200px;\n}\n";
export {
  hillside_default as default
};
