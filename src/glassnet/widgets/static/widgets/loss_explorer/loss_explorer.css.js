// widgets/loss_explorer/loss_explorer.css
var loss_explorer_default = ".gn-losses table {\n  margin-top: 8px;\n}\n.gn-losses .gn-row {\n  margin-bottom: 8px;\n}\n.gn-losses .gn-row .gn-row {\n  margin: 0;\n}\n.gn-losses .gn-note + .gn-row {\n  margin-top: 8px;\n}\n.gn-losses fieldset {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0 16px;\n  margin: 0 0 8px;\n  padding: 0;\n  border: 0;\n  min-width: 0;\n}\n";
export {
  loss_explorer_default as default
};
