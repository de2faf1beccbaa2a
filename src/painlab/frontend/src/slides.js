// A deck of slides. A wide screen shows one at a time, with reveal.js; `?notes` is the speaker's
// window; a phone, and any other address (`?print-pdf`), shows the deck as a page to read or print.

import Reveal from "reveal.js";
import { slides_back, slides_next, slides_notes } from "./shared/strings.js";

// What reveal.js writes as markup: a few tags, and attributes that can start nothing.
const MARKUP =
  /^(?:[^<]|<\/?(?:a|br|button|div|header|p|span|table|td|th|tr)(?: (?:class|aria-label|target|rel|href)="(?:[^"<>:]*)")*>)*$/;
const WIDE = "(min-width: 700px)";
const WINDOW = "popup,width=900,height=700";

/** @type {any} */ (globalThis).trustedTypes?.createPolicy("default", {
  /** @param {string} markup */
  createHTML(markup) {
    if (!MARKUP.test(markup)) throw new TypeError(markup);
    return markup;
  },
});

const deck = /** @type {HTMLElement} */ (document.querySelector(".pl-deck"));
const slides = /** @type {HTMLElement[]} */ ([...deck.querySelectorAll("section")]);

if (location.search === "?notes") speak();
else if (!location.search && matchMedia(WIDE).matches) present();

/** One slide at a time, at one size that grows and shrinks with the screen. */
function present() {
  document.body.classList.add("pl-presenting");
  deck.classList.add("reveal");
  // Turns off how reveal.js prints, text without slides; slides.css prints one slide a page.
  document.documentElement.classList.add("print-pdf");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const show = new Reveal(deck, {
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    center: false,
    display: "flex",
    hash: true,
    controlsBackArrows: "visible",
    scrollActivationWidth: undefined,
    transition: still ? "none" : "slide",
  });
  /** @type {Window | null} */
  let notes = null;
  const tell = () => notes?.postMessage({ shown: show.getIndices().h }, "*");
  function open() {
    notes = window.open(`?notes#/${show.getIndices().h}`, "painlab-notes", WINDOW);
  }
  addEventListener("message", ({ data, source }) => {
    if (!source || source !== notes) return;
    if (typeof data.go === "number") show.slide(data.go);
    else tell();
  });
  show.addKeyBinding({ keyCode: 83, key: "S", description: slides_notes }, open);
  show.on("slidechanged", tell);
  void show.initialize().then(() => {
    // They are no place of their own beside the slides, but a part of them.
    deck.querySelector(".controls")?.setAttribute("role", "none");
  });
}

/** The slide that is shown now, small, with its notes; the deck's own window follows, if it is open. */
function speak() {
  document.body.classList.add("pl-speaking");
  let now = 0;
  /** @param {number} number */
  const show = (number) => {
    now = Math.min(Math.max(number, 0), slides.length - 1);
    slides.forEach((slide, place) => slide.classList.toggle("pl-now", place === now));
    following.textContent = slides[now + 1]?.querySelector("h2")?.textContent ?? "";
  };
  /** @param {number} number */
  const go = (number) => {
    show(number);
    opener?.postMessage({ go: now }, "*");
  };
  for (const notes of document.querySelectorAll("details")) notes.open = true;
  const following = document.createElement("span");
  const bar = document.createElement("p");
  bar.className = "pl-turn";
  bar.append(button(slides_back, () => go(now - 1)), button(slides_next, () => go(now + 1)), following);
  deck.before(bar);
  addEventListener("keydown", (event) => {
    if (["ArrowRight", "PageDown"].includes(event.key)) go(now + 1);
    if (["ArrowLeft", "PageUp"].includes(event.key)) go(now - 1);
  });
  addEventListener("message", ({ data, source }) => {
    if (source && source === opener && typeof data.shown === "number") show(data.shown);
  });
  show(Number(location.hash.slice(2)) || 0);
  opener?.postMessage({ ready: true }, "*");
}

/**
 * @param {string} words
 * @param {() => void} press
 */
function button(words, press) {
  const made = document.createElement("button");
  made.textContent = words;
  made.addEventListener("click", press);
  return made;
}
