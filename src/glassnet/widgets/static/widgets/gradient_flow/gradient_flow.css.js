// widgets/gradient_flow/gradient_flow.css
var gradient_flow_default = '.gn-flow {\n  display: grid;\n  grid-template-columns: minmax(0, 1fr);\n  gap: var(--gn-space-2);\n}\n.gn-flow > style + p:empty {\n  display: none;\n}\n.gn-flow .gn-time {\n  flex: 1 1 200px;\n}\n.gn-flow progress {\n  flex: 1 1 120px;\n  height: 12px;\n  accent-color: var(--gn-accent);\n}\n.gn-flow .gn-stopped:not(:empty) {\n  padding: var(--gn-space-2) var(--gn-space-3);\n  border-radius: 8px;\n  background: var(--gn-alert);\n  overflow-wrap: anywhere;\n}\n.gn-flow tbody th {\n  text-align: left;\n  white-space: nowrap;\n}\n.gn-flow [data-helps="true"] {\n  font-weight: 650;\n}\n';
export {
  gradient_flow_default as default
};
