// widgets/home/home.css
var home_default = ".gn-home {\n  display: grid;\n  gap: var(--gn-space-3);\n  max-width: 480px;\n  margin: 0 auto;\n}\n.gn-home .gn-screen {\n  position: relative;\n  aspect-ratio: 1;\n  border: 1px solid var(--gn-line);\n  border-radius: 12px;\n}\n.gn-home .gn-chart {\n  height: 96px;\n}\n.gn-home .gn-chart canvas {\n  display: block;\n  width: 100%;\n  height: 100%;\n}\n.gn-home .gn-under {\n  display: flex;\n  align-items: center;\n  gap: var(--gn-space-4);\n}\n.gn-home .gn-caption {\n  margin: 0;\n  font-size: var(--gn-text-text);\n}\n.gn-root .gn-play {\n  min-width: 116px;\n}\n.gn-home .gn-play {\n  border: 1px solid var(--gn-quiet);\n  background: none;\n}\n.gn-root.gn-home .gn-play {\n  color: var(--gn-ink);\n}\n";
export {
  home_default as default
};
