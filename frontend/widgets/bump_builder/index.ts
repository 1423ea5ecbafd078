// The bump builder: a curve made of bumps of two sigmoid units each.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/bump_builder.ts";
import styles from "./bump_builder.css";
import { BumpBuilder } from "./bump_builder.ts";

export default defineWidget<Wire>({ label: "Bump builder", name: "gn-bumps", styles }, (shell, channel) => new BumpBuilder(shell, channel));
