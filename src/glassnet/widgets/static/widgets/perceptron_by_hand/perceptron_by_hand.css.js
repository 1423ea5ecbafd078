// widgets/perceptron_by_hand/perceptron_by_hand.css
var perceptron_by_hand_default = ".gn-perceptron figure {\n  margin: 0;\n  min-width: 0;\n}\n.gn-perceptron .gn-count {\n  font-size: var(--gn-text-lead);\n  font-weight: 650;\n}\n.gn-perceptron .gn-side {\n  display: flex;\n  flex-direction: column;\n  gap: var(--gn-space-3);\n  min-width: 0;\n}\n.gn-perceptron .gn-side .gn-control {\n  flex: none;\n}\n.gn-perceptron .gn-correction:empty {\n  display: none;\n}\n.gn-perceptron .gn-correction {\n  padding: var(--gn-space-2) var(--gn-space-3);\n  border-radius: 8px;\n  background: var(--gn-raised);\n}\n.gn-perceptron .gn-correction .gn-row {\n  gap: var(--gn-space-1) var(--gn-space-2);\n  margin-top: var(--gn-space-1);\n}\n.gn-perceptron .gn-columns {\n  margin: var(--gn-space-3) 0;\n}\n.gn-perceptron figcaption {\n  margin-bottom: var(--gn-space-1);\n}\n.gn-perceptron .gn-correction .gn-num {\n  width: auto;\n}\n";
export {
  perceptron_by_hand_default as default
};
