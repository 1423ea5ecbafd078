// widgets/feature_scaling/feature_scaling.css
var feature_scaling_default = `.gn-wines .gn-row {
  margin-bottom: var(--gn-space-2);
}
.gn-wines .gn-scores {
  display: grid;
  grid-template-columns: max-content minmax(60px, 1fr) 62px;
  align-items: center;
  gap: var(--gn-space-1) var(--gn-space-3);
  margin: var(--gn-space-2) 0 0;
}
.gn-wines .gn-scores dt,
.gn-wines .gn-scores dd {
  margin: 0;
}
.gn-wines .gn-bar {
  height: 18px;
  border-radius: 3px;
  background: linear-gradient(var(--gn-accent), var(--gn-accent)) no-repeat 0 / calc(100% * var(--gn-fraction, 0)) 100% var(--gn-raised);
}
.gn-wines [data-now="true"] {
  font-weight: 650;
}
@media (forced-colors: active) {
  .gn-wines .gn-bar {
    forced-color-adjust: none;
  }
}
.gn-wines .gn-main {
  min-width: 17.4em; /* its longer label's: the row stays as it is */
}
`;
export {
  feature_scaling_default as default
};
