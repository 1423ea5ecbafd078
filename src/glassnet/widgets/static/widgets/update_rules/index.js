// widgets/update_rules/index.ts
import { defineWidget } from "../../dom/widget.js";
import formulaStyles from "../../dom/formula.css.js";
import { RuleView } from "./rule_view.js";
import styles from "./update_rules.css.js";
var update_rules_default = defineWidget({ label: "Update rules", name: "gn-rules", styles: formulaStyles + styles }, (shell, channel) => new RuleView(shell, channel));
export {
  update_rules_default as default
};
