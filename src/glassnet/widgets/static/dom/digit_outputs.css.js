// dom/digit_outputs.css
var digit_outputs_default = "/* The ten outputs of a network that reads digits: each with its digit and a bar. */\n.gn-digit {\n  flex: none;\n  width: 22px;\n  height: 26px;\n  border: 1px solid var(--gn-quiet);\n  border-radius: 6px;\n  background: var(--gn-page);\n  line-height: 26px;\n  text-align: center;\n}\n.gn-bar-room {\n  flex: 1 1 0;\n  min-width: 0;\n  height: 12px;\n  border-radius: 3px;\n  background: var(--gn-neutral);\n}\n.gn-bar-fill {\n  display: block;\n  height: 100%;\n  border-radius: 3px;\n  background: var(--gn-positive);\n  forced-color-adjust: none;\n}\n";
export {
  digit_outputs_default as default
};
