// dom/root.css
var root_default = `.gn-root {
  --gn-target: 28px;
  --gn-unit: 40px;
  container: gn-root / inline-size;
  color: var(--gn-ink);
  background: var(--gn-page);
  font: var(--gn-text-text)/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  font-variant-numeric: tabular-nums;
  text-align: left;
}
.gn-root *,
.gn-root *::before {
  box-sizing: border-box;
}
.gn-root [hidden] {
  display: none !important;
}
.gn-root :focus-visible {
  outline: 3px solid var(--gn-accent);
  outline-offset: 2px;
}
.gn-root h2 {
  margin: 0;
  font-size: var(--gn-text-text);
  font-weight: 650;
  line-height: 28px;
}
.gn-root button,
.gn-root select {
  font: inherit;
  color: inherit;
  min-height: var(--gn-target);
}

.gn-play {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: var(--gn-space-2);
  min-width: 124px;
  padding: 0 var(--gn-space-5) 0 var(--gn-space-4);
  border: 0;
  border-radius: 24px;
  background: var(--gn-accent);
  cursor: pointer;
}
.gn-root .gn-play {
  min-height: 48px;
  color: var(--gn-on-accent);
  font-size: var(--gn-text-lead);
  font-weight: 650;
}
.gn-play:hover {
  filter: brightness(1.1);
}
.gn-plane {
  position: absolute;
  inset: 0;
  overflow: hidden;
  border-radius: inherit;
  background: var(--gn-neutral);
}
.gn-plane canvas {
  position: absolute;
  left: 0;
  top: 0;
  width: 100%;
  height: 100%;
}
.gn-plane canvas:first-child {
  --gn-over: calc(100% / (var(--gn-pixels) - 1));
  left: calc(var(--gn-over) / -2);
  top: calc(var(--gn-over) / -2);
  width: calc(100% + var(--gn-over));
  height: calc(100% + var(--gn-over));
}
.gn-caption {
  margin: var(--gn-space-half) 0 0;
  font-size: var(--gn-text-small);
  color: var(--gn-quiet);
}
@media (pointer: coarse) {
  .gn-root {
    --gn-target: 44px;
    --gn-unit: 44px;
  }
}
@media (prefers-reduced-motion: reduce) {
  .gn-root * {
    transition: none !important;
    animation: none !important;
    scroll-behavior: auto !important;
  }
}
@media (forced-colors: active) {
  .gn-root .gn-play {
    forced-color-adjust: none; /* its colours are the system's already; forced ones put a plate behind the word */
  }
}
`;
export {
  root_default as default
};
