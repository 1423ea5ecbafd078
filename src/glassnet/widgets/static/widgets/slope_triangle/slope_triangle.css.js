// widgets/slope_triangle/slope_triangle.css
var slope_triangle_default = '.gn-slope .gn-row {\n  margin-bottom: var(--gn-space-2);\n}\n.gn-slope figure {\n  margin: 0;\n  min-width: 0;\n}\n.gn-slope table {\n  margin-top: var(--gn-space-2);\n}\n.gn-slope tr[data-now="true"] {\n  font-weight: 650;\n}\n.gn-slope .gn-across {\n  color: var(--gn-class-1);\n}\n.gn-slope .gn-up {\n  color: var(--gn-class-0);\n}\n@media (max-width: 480px) {\n  .gn-slope :is(th, td) {\n    padding-inline: 2px;\n  }\n}\n';
export {
  slope_triangle_default as default
};
