// widgets/training_progress/training_progress.css
var training_progress_default = ".gn-widget progress {\n  width: 100%;\n  height: 12px;\n  margin: var(--gn-space-3) 0;\n  accent-color: var(--gn-accent);\n}\n.gn-widget .gn-summary {\n  min-height: 24px;\n}\n.gn-summary,\n.gn-reason {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: center;\n  gap: 0 var(--gn-space-1-half);\n}\n.gn-widget .gn-reason .gn-num {\n  width: auto;\n  min-height: max(24px, var(--gn-target));\n  padding: 0 var(--gn-space-half);\n  text-decoration: underline dotted var(--gn-quiet);\n  text-underline-offset: 3px;\n}\n.gn-why {\n  margin-top: var(--gn-space-3);\n}\n";
export {
  training_progress_default as default
};
