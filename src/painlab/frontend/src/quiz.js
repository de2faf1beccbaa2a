// A quiz: its questions, the sum at the end, and what the reader may do with the answers kept.

import { h, nextOnPage } from "./shared/dom.js";
import { saveFile, twoTaps } from "./storage/file.js";
import { itemView } from "./items/item.js";
import { ownKeys } from "./shared/keys.js";
import { quietNotes } from "./shared/notes.js";
import { fill } from "./shared/say.js";
import { deviceStore, modelStore } from "./storage/store.js";
import * as t from "./shared/strings.js";
import { tally } from "./items/tally.js";

/** @typedef {import("./shared/host.js").Model} Model */
/** @typedef {import("./storage/store.js").Store} Store */

/** @type {Store | undefined} one for all quizzes of a page */
let device;

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const store =
    model.get("keep") === "device"
      ? (device ??= deviceStore(() => window.localStorage, window))
      : modelStore(model);
  const items = model.get("items");
  const title = model.get("title");
  const quiz = nextOnPage();

  const views = items.map((/** @type {any} */ item, /** @type {number} */ i) =>
    itemView(item, {
      uid: `pl-${quiz}-${item.id}`,
      count: items.length > 1 ? fill(t.quiz_count, { n: i + 1, total: items.length }) : "",
      store,
    }),
  );
  const summary = h("p", { class: "pl-summary", role: "status" });
  const foot = store.download ? keeping(store) : null;
  const root = h(
    "div",
    { class: "pl-quiz", role: "group", "aria-label": title },
    h("p", { class: "pl-quiz-title" }, title),
    ...views.map((/** @type {{element: HTMLElement}} */ view) => view.element),
    summary,
    foot?.element,
  );
  quietNotes(root);
  ownKeys(root);

  function update() {
    const answers = store.answers();
    views.forEach((/** @type {{sync: Function}} */ view, /** @type {number} */ i) =>
      view.sync(answers[items[i].id]),
    );
    const result = tally(items, answers);
    summary.textContent = items.length > 1 && result.completed ? result.sentence : "";
    foot?.refresh();
    model.set("responses", result.responses);
    model.set("score", result.score);
    model.set("completed", result.completed);
    model.save_changes();
  }
  const unsubscribe = store.subscribe(update);
  update();
  el.append(root);
  return unsubscribe;
}

/**
 * The line under a quiz: where answers are, and how to take them along or away.
 * @param {Store} store
 */
function keeping(store) {
  const place = h("p", { class: "pl-kept" });
  const status = h("span", { role: "status" });
  const erase = twoTaps("pl-link-button", t.quiz_erase, t.quiz_erase_sure, (done) => {
    if (done) store.erase();
    status.textContent = done ? t.quiz_erased : "";
  });
  const download = h(
    "button",
    { type: "button", class: "pl-link-button", onclick: () => saveFile(store.download?.() ?? "") },
    t.quiz_download,
  );
  return {
    element: h("div", { class: "pl-foot" }, place, erase, download, status),
    refresh() {
      place.textContent = store.notice() || t.quiz_kept;
    },
  };
}

export default { render };
