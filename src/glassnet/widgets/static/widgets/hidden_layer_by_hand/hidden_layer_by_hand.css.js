// widgets/hidden_layer_by_hand/hidden_layer_by_hand.css
var hidden_layer_by_hand_default = ".gn-hidden-layer figure {\n  margin: 0;\n  min-width: 0;\n}\n.gn-hidden-layer .gn-columns {\n  margin: var(--gn-space-3) 0;\n}\n.gn-hidden-layer figcaption {\n  margin-bottom: var(--gn-space-1);\n}\n.gn-hidden-layer .gn-count {\n  font-size: var(--gn-text-lead);\n  font-weight: 650;\n}\n";
export {
  hidden_layer_by_hand_default as default
};
