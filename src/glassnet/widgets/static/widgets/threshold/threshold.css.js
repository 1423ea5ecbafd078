// widgets/threshold/threshold.css
var threshold_default = ".gn-threshold .gn-row {\n  margin-bottom: var(--gn-space-2);\n}\n.gn-counts {\n  margin: var(--gn-space-2) 0;\n}\n.gn-sums {\n  font-variant-numeric: tabular-nums;\n}\n";
export {
  threshold_default as default
};
