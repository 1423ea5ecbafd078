// widgets/architecture_explorer/architecture_explorer.css
var architecture_explorer_default = '.gn-architectures .gn-total {\n  font-size: var(--gn-text-lead);\n  font-weight: 650;\n}\n.gn-architectures tr[data-now="true"] > * {\n  background: var(--gn-made);\n}\n.gn-architectures pre {\n  margin: var(--gn-space-2) 0;\n  padding: var(--gn-space-2) var(--gn-space-3);\n  overflow-x: auto;\n  border-radius: 8px;\n  background: var(--gn-raised);\n  font-size: var(--gn-text-compact);\n}\n.gn-architectures .gn-as-code {\n  margin-top: var(--gn-space-3);\n  font-weight: 650;\n}\n';
export {
  architecture_explorer_default as default
};
