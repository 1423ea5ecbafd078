// widgets/replay/replay.css
var replay_default = ".gn-replay .gn-row {\n  margin-bottom: var(--gn-space-2);\n}\n.gn-time {\n  flex: 1 1 200px;\n}\n.gn-square {\n  position: relative;\n  aspect-ratio: 1;\n  width: 100%;\n  max-width: 320px;\n  border: 1px solid var(--gn-line);\n  border-radius: 6px;\n}\n.gn-widget .gn-said {\n  min-height: 3em;\n}\n";
export {
  replay_default as default
};
