// Every update rule at work: formula, code and state side by side.
import { defineWidget } from "../../dom/widget.ts";
import formulaStyles from "../../dom/formula.css";
import type { Wire } from "../../wire/update_rules.ts";
import { RuleView } from "./rule_view.ts";
import styles from "./update_rules.css";

export default defineWidget<Wire>({ label: "Update rules", name: "gn-rules", styles: formulaStyles + styles }, (shell, channel) => new RuleView(shell, channel));
