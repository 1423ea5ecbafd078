// widgets/activation_explorer/activation_explorer.css
var activation_explorer_default = ".gn-activations .gn-row,\n.gn-activations fieldset {\n  margin-bottom: var(--gn-space-2);\n}\n.gn-activations fieldset {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0 var(--gn-space-4);\n  padding: 0;\n  border: 0;\n  min-width: 0;\n}\n.gn-activations td:not(:first-child) {\n  white-space: nowrap;\n}\n";
export {
  activation_explorer_default as default
};
