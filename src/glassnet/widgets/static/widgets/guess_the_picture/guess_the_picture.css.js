// widgets/guess_the_picture/guess_the_picture.css
var guess_the_picture_default = ".gn-guess .gn-row {\n  margin-bottom: var(--gn-space-3);\n}\n.gn-widget .gn-guess-grid {\n  table-layout: fixed;\n  width: min(100%, 476px);\n  border-collapse: collapse;\n  outline: 1px solid var(--gn-line);\n}\n.gn-widget .gn-guess-grid td {\n  width: calc(100% / var(--gn-side));\n  height: min(34px, 100cqi / 15);\n  padding: 0;\n  overflow: hidden;\n  text-align: center;\n  white-space: nowrap;\n  font-size: clamp(var(--gn-text-tiny), 3cqi, var(--gn-text-small));\n  transition: background-color 300ms, color 300ms;\n}\n@media (forced-colors: active) {\n  .gn-widget .gn-guess-grid td {\n    forced-color-adjust: none;\n  }\n}\n";
export {
  guess_the_picture_default as default
};
