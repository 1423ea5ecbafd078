// widgets/loss_explorer/loss_explorer.css
var loss_explorer_default = ".gn-losses table {\n  margin-top: var(--gn-space-2);\n}\n.gn-losses .gn-row {\n  margin-bottom: var(--gn-space-2);\n}\n.gn-losses .gn-row .gn-row {\n  margin: 0;\n}\n.gn-losses .gn-note + .gn-row {\n  margin-top: var(--gn-space-2);\n}\n.gn-losses fieldset {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0 var(--gn-space-4);\n  margin: 0 0 var(--gn-space-2);\n  padding: 0;\n  border: 0;\n  min-width: 0;\n}\n";
export {
  loss_explorer_default as default
};
