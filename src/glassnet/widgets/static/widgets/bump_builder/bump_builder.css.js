// widgets/bump_builder/bump_builder.css
var bump_builder_default = ".gn-bumps .gn-row {\n  margin-bottom: var(--gn-space-2);\n}\n.gn-bumps .gn-error-size {\n  font-size: var(--gn-text-lead);\n  font-weight: 650;\n}\n";
export {
  bump_builder_default as default
};
