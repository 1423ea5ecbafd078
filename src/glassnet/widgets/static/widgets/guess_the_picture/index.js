// widgets/guess_the_picture/index.ts
import { defineWidget } from "../../dom/widget.js";
import { Guess } from "./guess.js";
import styles from "./guess_the_picture.css.js";
var guess_the_picture_default = defineWidget({ label: "Guess the picture", name: "gn-guess", styles }, (shell, channel) => new Guess(shell, channel));
export {
  guess_the_picture_default as default
};
