// pages/lesson/shadow.css
var shadow_default = '.light { --input: #767f8a; }\n.dark { --input: #8d97a3; }\n[data-symbol] { display: inline-block; border-radius: 3px; cursor: pointer; box-shadow: 0 1px 0 #8b97a5; }\n[data-symbol][data-lit] { background: #ffd54a; color: #17202b; outline: 2px solid #17202b; }\n.dark [data-symbol][data-lit] { outline-color: #ffffff; }\n@media print { .dark, .dark * { color: #000000 !important; background: transparent !important; } }\n.katex-display { overflow: auto hidden; padding: 2px 0; }\n@media (pointer: coarse) {\n  select, button, input:not([type="checkbox"], [type="radio"]) { min-height: 44px; }\n  [role="radiogroup"] > * { min-height: 44px; align-items: center; }\n}\n';
export {
  shadow_default as default
};
