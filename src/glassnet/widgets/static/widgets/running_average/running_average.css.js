// widgets/running_average/running_average.css
var running_average_default = ".gn-average .gn-row,\n.gn-average .gn-note {\n  margin-bottom: var(--gn-space-2);\n}\n.gn-average .gn-days {\n  max-height: 260px;\n  margin: var(--gn-space-2) 0;\n  overflow: auto;\n}\n.gn-average .gn-dot {\n  display: inline-block;\n  width: 8px;\n  height: 8px;\n  border-radius: 50%;\n  margin-right: var(--gn-space-1);\n  background: var(--gn-quiet);\n}\n.gn-widget.gn-average .gn-chip {\n  min-height: max(26px, var(--gn-target));\n  justify-content: flex-end;\n  text-decoration: underline dotted var(--gn-quiet);\n  text-underline-offset: 3px;\n}\n.gn-average .gn-time {\n  flex: 1 1 200px;\n}\n";
export {
  running_average_default as default
};
