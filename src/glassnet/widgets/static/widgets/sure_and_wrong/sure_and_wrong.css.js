// widgets/sure_and_wrong/sure_and_wrong.css
var sure_and_wrong_default = ".gn-sure .gn-row {\n  margin-bottom: var(--gn-space-2);\n}\n.gn-sure .gn-neurons {\n  display: grid;\n  grid-template-columns: 1fr 1fr;\n  gap: var(--gn-space-2) var(--gn-space-4);\n  margin-bottom: var(--gn-space-2);\n}\n.gn-sure .gn-neuron {\n  padding: var(--gn-space-2) var(--gn-space-3);\n  border: 2px solid var(--gn-own);\n  border-radius: 8px;\n}\n.gn-sure .gn-under {\n  font-weight: 650;\n}\n.gn-sure .gn-says {\n  font-size: var(--gn-text-title);\n  font-weight: 650;\n}\n";
export {
  sure_and_wrong_default as default
};
