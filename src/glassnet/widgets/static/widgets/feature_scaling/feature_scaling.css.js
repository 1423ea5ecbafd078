// widgets/feature_scaling/feature_scaling.css
var feature_scaling_default = '.gn-wines .gn-row {\n  margin-bottom: var(--gn-space-2);\n}\n.gn-wines .gn-scores {\n  display: grid;\n  grid-template-columns: max-content minmax(60px, 1fr) 62px;\n  align-items: center;\n  gap: var(--gn-space-1) var(--gn-space-3);\n  margin: var(--gn-space-2) 0 0;\n}\n.gn-wines .gn-scores dt,\n.gn-wines .gn-scores dd {\n  margin: 0;\n}\n.gn-wines .gn-bar {\n  height: 18px;\n  border-radius: 3px;\n  background: linear-gradient(var(--gn-accent), var(--gn-accent)) no-repeat 0 / calc(100% * var(--gn-fraction, 0)) 100% var(--gn-raised);\n}\n.gn-wines [data-now="true"] {\n  font-weight: 650;\n}\n@media (forced-colors: active) {\n  .gn-wines .gn-bar {\n    forced-color-adjust: none;\n  }\n}\n';
export {
  feature_scaling_default as default
};
