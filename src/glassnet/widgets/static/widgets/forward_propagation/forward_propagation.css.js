// widgets/forward_propagation/forward_propagation.css
var forward_propagation_default = ".gn-forward > * {\n  margin-bottom: var(--gn-space-2);\n}\n.gn-forward .gn-inputs .gn-control,\n.gn-forward .gn-shape .gn-control {\n  flex: 1 1 150px;\n}\n.gn-forward .gn-chooser .gn-control {\n  flex: 0 1 auto;\n}\n.gn-forward .gn-chooser .gn-control:first-child {\n  flex: 1 1 220px;\n}\n.gn-forward .gn-shape .gn-row {\n  align-items: end;\n  margin-bottom: var(--gn-space-2);\n}\n.gn-widget .gn-says {\n  font-size: var(--gn-text-lead);\n  font-weight: 650;\n}\n.gn-widget .gn-terms th,\n.gn-widget .gn-terms td {\n  padding: var(--gn-space-half) var(--gn-space-2-half) var(--gn-space-half) 0;\n  text-align: right;\n  white-space: nowrap;\n}\n.gn-widget .gn-terms th:first-child {\n  text-align: left;\n}\n";
export {
  forward_propagation_default as default
};
