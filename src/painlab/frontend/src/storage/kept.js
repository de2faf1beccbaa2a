// One state on the reader's device: read again before each change, told to everyone on the page
// and in other tabs, and held in memory when the browser does not take it.

import { merged } from "./merge.js";
import { nothing, parseKept } from "./migrate.js";

/** @typedef {import("./migrate.js").Kept} Kept */

/**
 * @typedef {object} Keep
 * @property {() => Kept} read
 * @property {(edit: (kept: Kept) => Kept) => void} change
 * @property {(only?: string) => void} erase what is stored under one key; without one everything, also
 *   what was set aside
 * @property {(listener: () => void) => () => void} subscribe returns the way to unsubscribe
 * @property {() => "" | "blocked" | "full" | "aside"} trouble
 * @property {() => (string | null)[]} aside what could not be read, as it was found
 */

export const KEY = "painlab.progress";
/** How the keys begin of what could not be read. */
export const ASIDE = `${KEY}.set-aside.`;
/** How long another tab may go on without having heard of a change, in milliseconds. */
const MOMENT = 3000;

/**
 * @param {() => Storage} open may throw: a browser can forbid storage
 * @param {Pick<EventTarget, "addEventListener" | "dispatchEvent">} page the window: hears `storage`
 *   events of other tabs, and carries ours between the scripts of a page
 * @returns {Keep}
 */
export function keep(open, page) {
  /** @type {Set<() => void>} */
  const listeners = new Set();
  /** @type {Kept | null} what could not be written; the same for all scripts of the page */
  let unsaved = null;
  /** @type {Storage | null} */
  let storage = null;
  let aside = false;
  /** @type {Kept | null} what was last written here, */
  let mine = null;
  let written = 0; // and when
  try {
    storage = open();
    stored();
  } catch {
    storage = null;
  }

  function stored() {
    const raw = storage?.getItem(KEY) ?? null;
    if (!storage || raw === null) return nothing();
    const kept = parseKept(raw);
    if (kept) return kept;
    let n = 1;
    while (storage.getItem(ASIDE + n) !== null) n += 1;
    storage.setItem(ASIDE + n, raw);
    storage.removeItem(KEY);
    aside = true;
    return nothing();
  }

  /** @returns {Kept} */
  function read() {
    try {
      return unsaved ? merged(stored(), unsaved) : stored();
    } catch {
      return unsaved ?? nothing();
    }
  }

  const ours = () =>
    Object.keys(storage ?? {}).filter((key) => key === KEY || key.startsWith(ASIDE));

  /** @param {Kept | null} left what is not written */
  const tell = (left) => page.dispatchEvent(new CustomEvent(KEY, { detail: left }));
  const hear = () => listeners.forEach((listener) => listener());

  page.addEventListener(KEY, (event) => {
    unsaved = /** @type {CustomEvent<Kept | null>} */ (event).detail;
    hear();
  });
  page.addEventListener("storage", (event) => {
    const { key, newValue } = /** @type {StorageEvent} */ (event);
    if (key !== null && key !== KEY) return;
    // Another tab has erased everything: what this one still holds goes too.
    if (key === null || newValue === null) unsaved = mine = null;
    const theirs = mine && Date.now() - written < MOMENT && parseKept(newValue ?? "");
    if (mine && theirs) {
      // The other tab may have written before it heard of our change: bring that back.
      const both = merged(theirs, mine);
      if (JSON.stringify(both) !== JSON.stringify(merged(theirs, theirs))) write(both);
    }
    hear();
  });

  /** @param {Kept} kept */
  function write(kept) {
    try {
      if (!storage) throw new Error("blocked");
      stored(); // What cannot be read is set aside before it is written over.
      storage.setItem(KEY, JSON.stringify(kept));
      mine = kept;
      written = Date.now();
      tell(null);
    } catch {
      tell(kept);
    }
  }

  return {
    read,
    change: (edit) => write(edit(read())),
    erase(only) {
      for (const key of ours()) if (!only || key === only) storage?.removeItem(key);
      aside &&= ours().some((key) => key !== KEY);
      if (only && only !== KEY) return hear();
      mine = null;
      tell(null);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    trouble: () => (!storage ? "blocked" : unsaved ? "full" : aside ? "aside" : ""),
    aside: () => ours().flatMap((key) => (key === KEY ? [] : [storage?.getItem(key) ?? null])),
  };
}
