// widgets/descent_playground/descent.css
var descent_default = '.gn-descent .gn-row {\n  margin-bottom: var(--gn-space-2);\n}\n.gn-descent fieldset {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0 var(--gn-space-4);\n  margin: 0 0 var(--gn-space-2);\n  padding: 0;\n  border: 0;\n  min-width: 0;\n}\n.gn-descent td:last-child,\n.gn-descent th:last-child {\n  text-align: left;\n  white-space: normal;\n}\n.gn-descent [role="tabpanel"] > .gn-note {\n  margin: 0 0 var(--gn-space-2);\n}\n.gn-descent details {\n  margin-bottom: var(--gn-space-3);\n}\n.gn-descent summary {\n  min-height: max(24px, var(--gn-target));\n  cursor: pointer;\n}\n.gn-by-step caption {\n  text-align: left;\n  font-weight: 600;\n}\n.gn-descent .gn-by-step td:last-child,\n.gn-descent .gn-by-step th:last-child {\n  text-align: right;\n}\n.gn-time {\n  flex: 1 1 200px;\n}\n';
export {
  descent_default as default
};
