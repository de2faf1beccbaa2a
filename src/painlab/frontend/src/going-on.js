// On the landing page, where to go on; on the map of the course, what was read and what comes next.
// Loaded by pages that hold one of the two.

import { keep } from "./storage/kept.js";
import { own } from "./storage/migrate.js";
import { longAway, whereLeftOff } from "./learning/next.js";
import { wayOn } from "./learning/way.js";
import { h } from "./shared/dom.js";
import { weave } from "./shared/say.js";
import * as t from "./shared/strings.js";

/** @typedef {import("./learning/next.js").Lesson} Lesson */
/** @typedef {import("./storage/migrate.js").Page} Page */
/** @typedef {"none" | "begun" | "read"} State */

const WORDS = { none: t.map_none, begun: t.map_begun, read: t.map_read };

const kept = keep(() => window.localStorage, window);

/**
 * The line in place of the one for new readers; null for those.
 * @param {Lesson[]} lessons
 * @param {string} three address of three questions
 */
function whereTo(lessons, three) {
  const all = kept.read();
  if (!lessons.some(({ name }) => own(all.pages, name))) return null;
  const found = whereLeftOff(lessons, all.pages);
  const away = longAway(all, Date.now());
  const refresh = [h("a", { href: three }, t.reading_three)];
  if (!found) {
    return weave(away ? t.reading_welcome_all_read : t.reading_all_read, { three: refresh });
  }
  const way = wayOn(found);
  return away ? weave(t.reading_welcome, { three: refresh, way }) : way;
}

/** @param {Element} place holds a line for new readers, the lessons, and the way to three questions */
function goOn(place) {
  const line = place.querySelector("p");
  const data = place.querySelector("script")?.textContent;
  if (!line || !data) return;
  const words = [...line.childNodes];
  const { lessons, three } = JSON.parse(data);
  const show = () => {
    line.replaceChildren(.../** @type {(string | Node)[]} */ (whereTo(lessons, three) ?? words));
  };
  kept.subscribe(show);
  show();
}

/**
 * @param {Record<string, Page>} pages
 * @param {string} name
 * @returns {State}
 */
function stateOf(pages, name) {
  const page = own(pages, name);
  return page?.read ? "read" : page ? "begun" : "none";
}

/**
 * @param {State[]} states of a module's lessons
 * @returns {State}
 */
function together(states) {
  if (states.every((state) => state === "read")) return "read";
  return states.every((state) => state === "none") ? "none" : "begun";
}

/**
 * @param {Element} entry of the map
 * @param {State} state
 * @param {string} words
 */
function mark(entry, state, words) {
  entry.setAttribute("data-state", state);
  const place = entry.querySelector(".pl-map-state");
  if (place) place.textContent = words;
}

/** @param {Element} map */
function showOn(map) {
  const modules = [...map.querySelectorAll(".pl-map-module")].map((element) => ({
    element,
    entries: [...element.querySelectorAll("li")].map((entry) => {
      const link = /** @type {HTMLAnchorElement} */ (entry.querySelector("a"));
      const name = entry.dataset.page ?? "";
      return { entry, link, name, title: link.text, href: link.href };
    }),
  }));
  const lessons = modules.flatMap(({ entries }) => entries);

  /** @param {boolean} open whether the module to go on with is opened */
  function show(open) {
    const { pages } = kept.read();
    const next = whereLeftOff(lessons, pages)?.lesson;
    for (const { element, entries } of modules) {
      const states = entries.map(({ name }) => stateOf(pages, name));
      entries.forEach(({ entry, link, name }, i) => {
        const state = states[i] ?? "none";
        const here = name === next?.name;
        const words = state === "none" ? t.map_next : t.map_continue;
        mark(entry, state, here ? words : WORDS[state]);
        if (here) link.setAttribute("aria-current", "step");
        else link.removeAttribute("aria-current");
        if (here && open) element.querySelector("details")?.setAttribute("open", "");
      });
      // Last: the first place for words in a module is that of the module itself.
      const state = together(states);
      mark(element, state, WORDS[state]);
    }
  }
  // A module that the reader shuts stays shut.
  kept.subscribe(() => show(false));
  show(true);
}

for (const place of document.querySelectorAll(".pl-continue")) goOn(place);
for (const map of document.querySelectorAll(".pl-map")) showOn(map);
