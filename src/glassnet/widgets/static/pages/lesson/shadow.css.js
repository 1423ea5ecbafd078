// pages/lesson/shadow.css
var shadow_default = `/* Inside marimo's shadow roots; the page's variables reach there. */
.light,
.dark {
  --input: var(--gn-field);
}
.dark {
  --secondary: var(--gn-raised);
  --secondary-foreground: var(--gn-ink);
}
[data-symbol] {
  display: inline-block;
  border-radius: 3px;
  cursor: pointer;
  box-shadow: 0 1px 0 var(--gn-underline);
}
[data-symbol][data-lit] {
  background: var(--gn-lit);
  color: var(--gn-on-lit);
  outline: 2px solid var(--gn-lit-line);
}
@media print {
  .dark,
  .dark * {
    color: var(--gn-black) !important;
    background: transparent !important;
  }
}
.katex-display {
  overflow: auto hidden;
  padding: var(--gn-space-half) 0;
}
@media (pointer: coarse) {
  select,
  button,
  input:not([type="checkbox"], [type="radio"]) {
    min-height: 44px;
  }
  [role="radiogroup"] > * {
    min-height: 44px;
    align-items: center;
  }
}
@media (forced-colors: active) {
  [data-lit] {
    forced-color-adjust: none;
  }
}
`;
export {
  shadow_default as default
};
