// Token trees of bank text, turned into DOM: words, never markup.

import { h } from "./dom.js";

/**
 * A part of a text: a string, or an object with tag `t`, words `s` or children `c`.
 * @typedef {string | {t: string, s?: string, c?: Token[], href?: string, what?: string}} Token
 */
/** @typedef {Token[][]} Blocks paragraphs */

const TAGS = /** @type {const} */ ({ strong: "strong", em: "em", code: "code" });
const ALLOWED = /^(?:https?:\/\/|(?![a-z][a-z0-9+.-]*:|\/\/))/i;

let notes = 0;

/**
 * @param {Token[]} tokens one paragraph
 * @returns {Node[]}
 */
export function words(tokens) {
  return tokens.map((token) => {
    if (typeof token === "string") return document.createTextNode(token);
    const inside = token.c ? words(token.c) : [document.createTextNode(token.s ?? "")];
    if (token.t in TAGS) return h(TAGS[/** @type {keyof typeof TAGS} */ (token.t)], {}, ...inside);
    if (token.t === "ev") return figure(token, inside);
    const style = token.t === "link" ? {} : { class: token.t === "study" ? "pl-cite" : "pl-term" };
    return linked(token.href, style, inside);
  });
}

/**
 * @param {Blocks} blocks
 * @returns {HTMLParagraphElement[]}
 */
export function paragraphs(blocks) {
  return blocks.map((block) => h("p", {}, ...words(block)));
}

/**
 * Paragraphs run together, for places that hold no paragraphs.
 * @param {Blocks} blocks
 * @returns {Node[]}
 */
export function inline(blocks) {
  return blocks.flatMap((block, i) => (i ? [h("br"), ...words(block)] : words(block)));
}

/**
 * The same as plain words.
 * @param {Token[]} tokens
 * @returns {string}
 */
export function plain(tokens) {
  return tokens.map((t) => (typeof t === "string" ? t : (t.s ?? plain(t.c ?? [])))).join("");
}

/**
 * A number that says on hover, focus and tap what it is.
 * @param {{href?: string, what?: string}} token
 * @param {Node[]} inside
 */
function figure({ href, what }, inside) {
  if (!what) return h("span", { class: "pl-ev" }, ...inside);
  const id = `pl-what-${(notes += 1)}`;
  const described = { "aria-describedby": id, ...(href ? {} : { tabindex: 0 }) };
  const note = h("span", { class: "pl-note", role: "tooltip", id }, what);
  const place = () => keepInside(note);
  const on = { onpointerenter: place, onfocusin: place };
  return h("span", { class: "pl-ev", ...on }, linked(href, described, inside), note);
}

const MARGIN = 8;

/**
 * Move a note that would leave the screen on the right.
 * @param {HTMLElement} note
 */
function keepInside(note) {
  note.style.left = "0";
  const over = note.getBoundingClientRect().right + MARGIN - document.documentElement.clientWidth;
  if (over > 0) note.style.left = `${-over}px`;
}

/**
 * @param {string | undefined} href
 * @param {Record<string, any>} attributes
 * @param {Node[]} inside
 */
function linked(href, attributes, inside) {
  if (!href || !ALLOWED.test(href)) return h("span", attributes, ...inside);
  return h("a", { ...attributes, href }, ...inside);
}
