// Makes a page ready for paper and takes that back afterwards: answers go to the end, what a reader
// filled in goes along, addresses are written out. Without this script, answers stand in place.

import { collectAddresses } from "./paper/addresses.js";
import { collectAnswers } from "./paper/answers.js";
import { writeChoices } from "./paper/choices.js";
import { fillIn } from "./paper/filled.js";
import { h } from "./shared/dom.js";
import { printOnly } from "./shared/print.js";
import * as t from "./shared/strings.js";

/** @typedef {() => void} Undo */

/** @type {Undo[]} */
let undo = [];

function layOut() {
  takeBack();
  const page = document.querySelector("article");
  // A part that prints alone is ready as it is.
  if (!page || document.documentElement.classList.contains("pl-printing")) return;
  undo = [fillIn, writeChoices, collectAnswers, collectAddresses].flatMap((make) => make(page));
}

function takeBack() {
  for (const one of undo.reverse()) one();
  undo = [];
}

/** Practice cards get a button that prints them and nothing else. */
function offerCards() {
  const card = document.querySelector(".pl-practice-card");
  const cards = card?.closest("section");
  if (!card || !cards) return;
  card.before(
    h(
      "p",
      { class: "pl-print-cards" },
      h("button", { type: "button", class: "pl-quiet-button", onclick: () => printOnly(cards) }, t.print_cards),
    ),
  );
}

window.addEventListener("beforeprint", layOut);
window.addEventListener("afterprint", takeBack);
offerCards();
