// The progress page: lessons read, questions answered, objectives, and the reader's own data.

import { longDate } from "./shared/dates.js";
import { h } from "./shared/dom.js";
import { saveFile, twoTaps } from "./storage/file.js";
import { keep } from "./storage/kept.js";
import { own } from "./storage/migrate.js";
import { whereLeftOff } from "./learning/next.js";
import { standing } from "./learning/objectives.js";
import { wayOn } from "./learning/way.js";
import { restore } from "./storage/restore.js";
import { fill, weave } from "./shared/say.js";
import { storeOn } from "./storage/store.js";
import { counted } from "./storage/stored.js";
import * as t from "./shared/strings.js";

/** @typedef {import("./learning/next.js").Lesson & {items: string[]}} Lesson */
/** @typedef {{title: string, lessons: Lesson[]}} Module */
/** @typedef {{can: string, items: {id: string, title: string, href: string}[]}} Objective */

const STANDINGS = {
  none: { mark: "\u25cb", words: t.progress_none },
  shaky: { mark: "\u25d0", words: t.progress_shaky },
  firm: { mark: "\u25cf", words: t.progress_firm },
};

/** @param {{model: import("./shared/host.js").Model, el: HTMLElement}} context */
function render({ model, el }) {
  /** @type {Module[]} */
  const modules = model.get("modules");
  /** @type {Objective[]} */
  const objectives = model.get("objectives");
  const kept = keep(() => window.localStorage, window);
  const store = storeOn(kept);

  const seen = h("div");
  const yours = data(kept, store);
  function update() {
    const { pages } = kept.read();
    const answers = store.answers();
    seen.replaceChildren(
      goOn(modules, pages),
      h("h2", {}, t.progress_lessons),
      ...modules.map((module) => lessons(module, pages, answers)),
      h("h2", {}, t.progress_objectives),
      h("p", { class: "pl-rule" }, t.progress_rule),
      h("ul", { class: "pl-standings" }, ...objectives.map((one) => objective(one, answers))),
    );
    yours.refresh();
  }
  const unsubscribe = kept.subscribe(update);
  update();
  el.append(h("div", { class: "pl-progress" }, seen, yours.element));
  return unsubscribe;
}

/**
 * @param {Module[]} modules
 * @param {Record<string, import("./storage/migrate.js").Page>} pages
 */
function goOn(modules, pages) {
  const all = modules.flatMap((module) => module.lessons);
  const left = whereLeftOff(all, pages);
  if (left) return h("p", { class: "pl-next" }, ...wayOn(left));
  const first = all.find(({ name }) => !own(pages, name)?.read);
  const words = first ? weave(t.progress_begin, { lesson: [link(first)] }) : [t.progress_all_read];
  return h("p", { class: "pl-next" }, ...words);
}

/** @param {{title: string, href: string}} page */
const link = ({ title, href }) => h("a", { href }, title);

/**
 * @param {Module} module
 * @param {Record<string, import("./storage/migrate.js").Page>} pages
 * @param {import("./storage/store.js").Answers} answers
 */
function lessons({ title, lessons }, pages, answers) {
  const heads = [t.progress_lesson, t.progress_read, t.progress_answered];
  const rows = lessons.map((lesson) => {
    const page = own(pages, lesson.name);
    const done = lesson.items.filter((id) => own(answers, id)).length;
    const total = lesson.items.length;
    const cells = [
      page?.read
        ? fill(t.progress_read_on, { date: longDate(page.read) })
        : page
          ? fill(t.progress_opened_on, { date: longDate(page.at) })
          : t.progress_not_opened,
      total ? fill(t.progress_of, { n: done, total }) : t.progress_no_questions,
    ];
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, link(lesson)),
      ...cells.map((cell, i) => h("td", { "data-head": heads[i + 1] }, cell)),
    );
  });
  const head = h("tr", {}, ...heads.map((word) => h("th", { scope: "col" }, word)));
  return h(
    "table",
    { class: "pl-lessons" },
    h("caption", {}, title),
    h("thead", {}, head),
    h("tbody", {}, ...rows),
  );
}

/**
 * @param {Objective} objective
 * @param {import("./storage/store.js").Answers} answers
 */
function objective({ can, items }, answers) {
  const { standing: how, back } = standing(items, answers);
  const { mark, words } = STANDINGS[how];
  const more = how === "shaky" && back ? weave(t.progress_back, { lesson: [link(back)] }) : [];
  return h(
    "li",
    { class: `pl-standing pl-standing-${how}` },
    h("span", { class: "pl-mark", "aria-hidden": "true" }, mark),
    h("span", {}, h("strong", {}, words), ` ${can}`, more.length ? h("br") : null, ...more),
  );
}

/**
 * What is stored, and what the reader can do with it.
 * @param {import("./storage/kept.js").Keep} kept
 * @param {import("./storage/store.js").Store} store
 */
function data(kept, store) {
  const place = h("p");
  const notice = h("p", { class: "pl-problem" });
  const status = h("p", { role: "status" });
  const say = (/** @type {string} */ words) => (status.textContent = words);
  const download = h(
    "button",
    { type: "button", class: "pl-button", onclick: () => saveFile(store.download?.() ?? "") },
    t.quiz_download,
  );
  const file = h("input", { type: "file", accept: ".json,application/json", id: "pl-restore" });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    try {
      say(restore(kept, await chosen.text()).message);
    } catch {
      say(t.progress_restore_bad);
    }
    // The same file can then be chosen again.
    file.value = "";
  });
  const erase = twoTaps("pl-quiet-button", t.progress_erase, t.progress_erase_sure, (done) => {
    if (done) kept.erase();
    say(done ? t.progress_erased : "");
  });
  const element = h(
    "section",
    { class: "pl-data", "aria-labelledby": "pl-data" },
    h("h2", { id: "pl-data" }, t.progress_data),
    place,
    notice,
    h("p", {}, download),
    h("p", { class: "pl-file" }, h("label", { for: "pl-restore" }, t.progress_restore), file),
    h("p", {}, erase),
    status,
  );
  return {
    element,
    refresh() {
      const { answers, forms, pages } = kept.read();
      const none = ![answers, forms, pages].some((all) => Object.keys(all).length);
      const words = none ? t.progress_stored_none : t.progress_stored;
      place.textContent = fill(words, { what: counted(kept.read()) });
      notice.textContent = store.notice();
      notice.hidden = !notice.textContent;
    },
  };
}

export default { render };
