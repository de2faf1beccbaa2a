// Where answers are kept: on the reader's device (book), or in the widget's model (JupyterLab).

/** @typedef {import("./host.js").Model} Model */

/**
 * @typedef {object} Answer
 * @property {any} response what was answered; null when the reader chose to be shown
 * @property {boolean | null} correct null for guesses, which are not graded
 * @property {string} [confidence]
 * @property {boolean | null} first whether the first try was right
 * @property {number} tries
 */

/** @typedef {Record<string, Answer>} Answers */

/**
 * @typedef {object} Store
 * @property {() => Answers} answers
 * @property {(id: string, answer: Answer) => void} save
 * @property {() => void} erase
 * @property {(listener: () => void) => () => void} subscribe returns the way to unsubscribe
 * @property {() => string} notice a sentence when answers cannot be kept; else empty
 * @property {(() => string) | null} download everything kept, as JSON; null where nothing is kept
 */

export const KEY = "painlab.progress";
const VERSION = 1;
const ASIDE = `${KEY}.set-aside.`;
const NOT_SAVED =
  "This browser does not let the page save your answers. They will be gone when you leave.";
const SET_ASIDE =
  "The saved answers could not be read. They were put aside; \u201cDownload my data\u201d holds them.";

/** @param {unknown} value */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Read what is stored: the answers, or null when it is broken or of another version.
 * @param {string} raw
 * @returns {Answers | null}
 */
export function parseProgress(raw) {
  try {
    const data = JSON.parse(raw);
    return isObject(data) && data.version === VERSION && isObject(data.answers) ? data.answers : null;
  } catch {
    return null;
  }
}

/**
 * Answers on this device, shared by all quizzes of a page and by all tabs.
 * @param {() => Storage} open may throw: a browser can forbid storage
 * @param {Pick<EventTarget, "addEventListener">} tabs hears `storage` events of other tabs
 * @returns {Store}
 */
export function deviceStore(open, tabs) {
  /** @type {Set<() => void>} */
  const listeners = new Set();
  /** @type {Answers} answers that could not be written yet */
  let unsaved = {};
  /** @type {Storage | null} */
  let storage = null;
  let notice = "";
  try {
    storage = open();
    read();
  } catch {
    storage = null;
  }
  if (!storage) notice = NOT_SAVED;

  /** @returns {Answers} */
  function read() {
    const raw = storage?.getItem(KEY);
    if (!storage || raw === null || raw === undefined) return {};
    const answers = parseProgress(raw);
    if (answers) return answers;
    let n = 1;
    while (storage.getItem(ASIDE + n) !== null) n += 1;
    storage.setItem(ASIDE + n, raw);
    storage.removeItem(KEY);
    notice = SET_ASIDE;
    return {};
  }

  function merged() {
    try {
      return { ...read(), ...unsaved };
    } catch {
      return { ...unsaved };
    }
  }

  const tell = () => listeners.forEach((listener) => listener());
  const ours = () =>
    Object.keys(storage ?? {}).filter((key) => key === KEY || key.startsWith(ASIDE));

  tabs.addEventListener("storage", (event) => {
    const { key } = /** @type {StorageEvent} */ (event);
    if (key === null || key === KEY) tell();
  });

  return {
    answers() {
      const valid = Object.entries(merged()).filter(([, a]) => isObject(a) && a.tries > 0);
      return Object.fromEntries(valid);
    },
    save(id, answer) {
      unsaved[id] = answer;
      try {
        // Read again first: another tab may have saved since.
        const answers = { ...read(), ...unsaved };
        storage?.setItem(KEY, JSON.stringify({ version: VERSION, answers }));
        if (storage) {
          unsaved = {};
          if (notice === NOT_SAVED) notice = "";
        }
      } catch {
        notice = NOT_SAVED;
      }
      tell();
    },
    erase() {
      unsaved = {};
      for (const key of ours()) storage?.removeItem(key);
      if (storage) notice = "";
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notice: () => notice,
    download() {
      const aside = ours().filter((key) => key !== KEY);
      const setAside = aside.map((key) => storage?.getItem(key));
      return JSON.stringify({ version: VERSION, answers: merged(), setAside }, null, 2);
    },
  };
}

/**
 * Answers in the widget's model, where Python can read them.
 * @param {Model} model
 * @returns {Store}
 */
export function modelStore(model) {
  return {
    answers: () => model.get("answers") ?? {},
    save(id, answer) {
      model.set("answers", { ...model.get("answers"), [id]: answer });
      model.save_changes();
    },
    erase() {},
    subscribe(listener) {
      model.on("change:answers", listener);
      return () => model.off("change:answers", listener);
    },
    notice: () => "",
    download: null,
  };
}
