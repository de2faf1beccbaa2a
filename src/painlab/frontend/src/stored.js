// On the privacy page: everything the course keeps in this browser, to look at, take along, erase.

import { h } from "./shared/dom.js";
import { fill, plural } from "./shared/say.js";
import { saveFile, twoTaps } from "./storage/file.js";
import { ASIDE, KEY, keep } from "./storage/kept.js";
import { NO_COPY, places, sizeOf, spread } from "./storage/places.js";
import { portable } from "./storage/store.js";
import * as t from "./shared/strings.js";

/** @typedef {import("./storage/places.js").Place} Place */

/** @param {{el: HTMLElement}} context */
function render({ el }) {
  const kept = keep(() => window.localStorage, window);
  if (kept.trouble() === "blocked") {
    el.append(h("p", { class: "pl-stored" }, t.stored_blocked));
    return;
  }
  // The focus comes here when the button that had it is gone.
  const count = h("p", { class: "pl-stored-count", tabindex: -1 });
  const list = h("ul", { class: "pl-stored-list" });
  const status = h("p", { role: "status" });
  const download = { type: "button", class: "pl-button", onclick: () => saveFile(everything(kept)) };
  const all = h(
    "p",
    { class: "pl-actions" },
    h("button", download, t.stored_download),
    twoTaps("pl-quiet-button", t.stored_erase_all, t.stored_erase_all_sure, (done) => {
      if (!done) return;
      const found = places(window.localStorage);
      for (const { key } of found) if (key !== NO_COPY) erase(kept, key);
      settle(found.some(({ key }) => key === NO_COPY) ? t.stored_erased_but : t.stored_erased_all);
    }),
  );
  /** @type {Map<string, {raw: string, row: HTMLElement}>} what stays the same keeps its place */
  const rows = new Map();

  function update() {
    const found = places(window.localStorage);
    for (const key of rows.keys()) if (!found.some((one) => one.key === key)) rows.delete(key);
    for (const place of found) {
      if (rows.get(place.key)?.raw !== place.raw) rows.set(place.key, { raw: place.raw, row: entry(place) });
    }
    const wanted = found.map(({ key }) => rows.get(key)?.row ?? "");
    if (wanted.some((row, i) => row !== list.children[i]) || wanted.length !== list.children.length) {
      list.replaceChildren(...wanted);
    }
    count.textContent = found.length
      ? plural(found.length, t.stored_now_one, t.stored_now_other)
      : t.stored_none;
    list.hidden = all.hidden = !found.length;
  }

  /** @param {string} words */
  function settle(words) {
    update();
    status.textContent = words;
    count.focus();
  }

  /** @param {Place} place */
  function entry({ key, name, raw }) {
    const ask = fill(t.stored_erase, { name });
    const button = twoTaps("pl-quiet-button", ask, fill(t.stored_erase_sure, { name }), (done) => {
      if (!done) return;
      erase(kept, key);
      settle(fill(t.stored_erased, { name }));
    });
    return h("li", {}, h("strong", {}, name), ` \u00b7 ${sizeOf(raw)}`, content(name, raw), button);
  }

  // Other tabs tell; on this page the switches for light and dark and for the saved copy do not.
  window.addEventListener("storage", update);
  document.addEventListener("click", () => setTimeout(update));
  update();
  el.append(h("div", { class: "pl-stored" }, count, list, all, status));
  return kept.subscribe(update);
}

/**
 * A fold with what is kept, as plain text, written when it is first opened.
 * @param {string} name
 * @param {string} raw
 */
function content(name, raw) {
  const text = h("pre", { tabindex: 0, role: "group", "aria-label": name });
  const fold = h("details", {}, h("summary", {}, t.stored_show), text);
  fold.addEventListener("toggle", () => (text.textContent ||= spread(raw)));
  return fold;
}

/**
 * @param {import("./storage/kept.js").Keep} kept
 * @param {string} key
 */
function erase(kept, key) {
  if (key === KEY || key.startsWith(ASIDE)) kept.erase(key);
  else window.localStorage.removeItem(key);
}

/** @param {import("./storage/kept.js").Keep} kept */
function everything(kept) {
  const others = places(window.localStorage).filter(({ key }) => key !== KEY && !key.startsWith(ASIDE));
  const settings = Object.fromEntries(others.map(({ key, raw }) => [key, raw]));
  return JSON.stringify({ ...portable(kept), settings }, null, 2);
}

export default { render };
