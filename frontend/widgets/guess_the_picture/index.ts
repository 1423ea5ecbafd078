// A picture as numbers, coloured on request.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/guess_the_picture.ts";
import { Guess } from "./guess.ts";
import styles from "./guess_the_picture.css";

export default defineWidget<Wire>({ label: "Guess the picture", name: "gn-guess", styles }, (shell, channel) => new Guess(shell, channel));
