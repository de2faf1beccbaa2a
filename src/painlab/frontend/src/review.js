// The review page: questions once answered come back one at a time, on the day the schedule says;
// or, at `#three`, three of them for a reader who comes back after long.

import { weekday } from "./shared/dates.js";
import { h } from "./shared/dom.js";
import { itemView } from "./items/item.js";
import { fetchScript } from "./shared/script.js";
import { keep } from "./storage/kept.js";
import { plural, fill, weave } from "./shared/say.js";
import { whereLeftOff } from "./learning/next.js";
import { dateOf, plan, refresher } from "./learning/schedule.js";
import { wayOn } from "./learning/way.js";
import { own } from "./storage/migrate.js";
import { storeOn } from "./storage/store.js";
import * as t from "./shared/strings.js";

/**
 * @typedef {object} Module
 * @property {string} name
 * @property {string} script address of the classic script that holds the questions
 * @property {Record<string, number>} items each question, with the lesson it belongs to
 */

/** @typedef {import("./learning/next.js").Lesson} Lesson */

/** Asks for three questions; the landing page links to it. */
const THREE = "#three";

/** @param {{model: import("./shared/host.js").Model, el: HTMLElement}} context */
function render({ model, el }) {
  /** @type {Module[]} */
  const modules = model.get("modules");
  /** @type {Lesson[]} */
  const lessons = model.get("lessons");
  const kept = keep(() => window.localStorage, window);
  const store = storeOn(kept);
  const ids = modules.flatMap(({ items }) => Object.keys(items));
  /** The question on the page; it stays until the reader asks for the next one. */
  let shown = "";
  let asked = 0;

  const count = h("p", { class: "pl-due", role: "status" });
  const notice = h("p", { class: "pl-problem" });
  const place = h("div", { role: "group", "aria-label": t.review_question, tabindex: -1 });
  const next = h("button", { type: "button", class: "pl-button", onclick: () => go() });
  const end = h("p", { class: "pl-due-end" }, next);
  const way = h("p");

  const few = window.location.hash === THREE ? threeOf(modules, lessons, kept) : [];
  const before = store.answers();
  /** @param {string} id */
  const untried = (id) => (store.answers()[id]?.tries ?? 0) <= (before[id]?.tries ?? 0);

  /** @returns {ReturnType<typeof plan>} */
  function left() {
    if (few.length) return { due: few.filter(untried), next: null };
    return plan(ids, store.answers(), Date.now());
  }

  /** After a refresher: the lesson to go on with. */
  function onward() {
    const found = whereLeftOff(lessons, kept.read().pages);
    return found ? wayOn(found) : [];
  }

  function update() {
    const { answers, pages } = kept.read();
    // Everything was erased, perhaps in another tab.
    if (!Object.keys({ ...answers, ...pages }).length) few.length = 0;
    const { due, next: day } = left();
    const others = due.filter((id) => id !== shown);
    const none = !few.length && !Object.keys(store.answers()).some((id) => ids.includes(id));
    const template = due.length ? t.review_after : t.review_next;
    const when = day === null ? "" : fill(template, { day: weekday(dateOf(day)) });
    if (few.length) {
      count.textContent = due.length
        ? plural(due.length, t.review_few_one, t.review_few_other)
        : t.review_few_done;
    } else if (none) {
      const link = lessons[0] ? h("a", { href: lessons[0].href }, lessons[0].title) : "";
      count.replaceChildren(
        .../** @type {(string | Node)[]} */ (weave(t.review_empty, { lesson: [link] })),
      );
    } else if (due.length) {
      count.textContent = [plural(due.length, t.review_due_one, t.review_due_other), when].join(" ");
    } else {
      count.textContent = `${asked ? t.review_done : t.review_nothing} ${when}`;
    }
    next.textContent = t.review_go_on;
    end.hidden = !shown || due.includes(shown) || !others.length;
    const done = few.length && !due.length;
    way.replaceChildren(.../** @type {(string | Node)[]} */ (done ? onward() : []));
    notice.textContent = store.notice();
    notice.hidden = !notice.textContent;
    // With what was erased the question goes, too.
    if (none && shown) {
      shown = "";
      place.replaceChildren();
    }
  }

  /** Put the question that is due first on the page. */
  async function go() {
    const [id] = left().due;
    const held = document.activeElement === next;
    if (id === undefined) return;
    const module = modules.find(({ items }) => id in items);
    const item = module && (await questions(module).catch(() => []))?.find((one) => one.id === id);
    if (!item) {
      place.replaceChildren(h("p", { class: "pl-problem" }, t.review_failed));
      return;
    }
    shown = id;
    // A fresh try: the view never sees what was answered before.
    const fresh = { ...store, answers: () => ({}) };
    const uid = `pl-review-${(asked += 1)}-${id}`;
    const { element } = itemView(item, { uid, count: "", store: fresh });
    const from = lessons[module?.items[id] ?? -1];
    const source = from ? weave(t.review_from, { lesson: [h("a", from.href ? { href: from.href } : {}, from.title)] }) : [];
    place.replaceChildren(element, h("p", { class: "pl-from" }, ...source));
    update();
    if (held) place.focus();
  }

  store.subscribe(update);
  update();
  void go();
  el.append(h("div", { class: "pl-quiz pl-review" }, count, notice, place, end, way));
}

/**
 * @param {Module[]} modules
 * @param {Lesson[]} lessons
 * @param {import("./storage/kept.js").Keep} kept
 */
function threeOf(modules, lessons, kept) {
  const { pages } = kept.read();
  const homes = Object.entries(Object.assign({}, ...modules.map(({ items }) => items)));
  const met = homes.filter(([, home]) => own(pages, lessons[home]?.name ?? ""));
  const ids = homes.map(([id]) => id);
  const { answers } = storeOn(kept);
  return refresher(ids, answers(), new Set(met.map(([id]) => id)), Date.now());
}

/** @type {Record<string, Promise<any[]>>} */
const loading = {};

/**
 * The questions of a module.
 * @param {Module} module
 * @returns {Promise<any[]>}
 */
function questions({ name, script }) {
  return (loading[name] ??= fetchScript(script).then(() => {
    const found = /** @type {any} */ (window).painlabReview?.[name];
    if (!found) throw new Error(name);
    return found;
  }));
}

export default { render };
