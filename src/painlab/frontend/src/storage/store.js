// Where answers and forms are kept: on the reader's device (book), or in the widget's model
// (JupyterLab).

import { keep } from "./kept.js";
import { grown, isAnswer } from "./merge.js";
import { nothing, own } from "./migrate.js";
import * as t from "../shared/strings.js";

/** @typedef {import("../shared/host.js").Model} Model */
/** @typedef {import("./migrate.js").Answer} Answer */
/** @typedef {import("./migrate.js").Filled} Filled */
/** @typedef {import("./migrate.js").Given} Given */
/** @typedef {Record<string, Answer>} Answers */

/**
 * @typedef {object} Store
 * @property {() => Answers} answers
 * @property {() => Record<string, import("./migrate.js").Page>} pages what was opened
 * @property {(id: string, given: Given) => void} save one more try of an item
 * @property {(id: string, occasion: string) => Filled | undefined} form
 * @property {(id: string, occasion: string, response: any) => void} saveForm
 * @property {(id: string) => void} eraseForm on every occasion
 * @property {() => void} erase
 * @property {(listener: () => void) => () => void} subscribe returns the way to unsubscribe
 * @property {() => string} notice a sentence when answers cannot be kept; else empty
 * @property {(() => string) | null} download everything kept, as JSON; null where nothing is kept
 */

export { KEY } from "./kept.js";

const NOTICES = { "": "", blocked: t.store_blocked, full: t.store_full, aside: t.store_aside };

/** @param {Record<string, any>} answers */
const valid = (answers) =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => isAnswer(answer)));

/**
 * What is kept on this device, shared by everything on a page and by all tabs.
 * @param {() => Storage} open may throw: a browser can forbid storage
 * @param {Pick<EventTarget, "addEventListener" | "dispatchEvent">} page the window
 * @returns {Store}
 */
export function deviceStore(open, page) {
  return storeOn(keep(open, page));
}

/**
 * What a file holds that the progress page can bring back; it leaves alone what else stands there.
 * @param {import("./kept.js").Keep} kept
 */
export const portable = (kept) => ({ ...kept.read(), setAside: kept.aside() });

/**
 * @param {import("./kept.js").Keep} kept
 * @returns {Store}
 */
export function storeOn(kept) {
  const answers = () => valid(kept.read().answers);
  return {
    answers,
    pages: () => kept.read().pages,
    save(id, given) {
      kept.change((all) => {
        const before = own(valid(all.answers), id);
        return { ...all, answers: { ...all.answers, [id]: grown(before, given, Date.now()) } };
      });
    },
    form: (id, occasion) => own(own(kept.read().forms, id) ?? {}, occasion),
    saveForm(id, occasion, response) {
      kept.change((all) => {
        const filled = { ...own(all.forms, id), [occasion]: { response, at: Date.now() } };
        return { ...all, forms: { ...all.forms, [id]: filled } };
      });
    },
    eraseForm(id) {
      kept.change((all) => {
        const { [id]: _, ...forms } = all.forms;
        return { ...all, forms };
      });
    },
    erase: () => kept.erase(),
    subscribe: kept.subscribe,
    notice: () => NOTICES[kept.trouble()],
    download: () => JSON.stringify(portable(kept), null, 2),
  };
}

/**
 * What is kept in the widget's model, where Python can read it: nothing to erase or to download.
 * @param {Model} model
 * @returns {Store}
 */
export function modelStore(model) {
  const read = () => ({
    ...nothing(),
    answers: model.get("answers") ?? {},
    forms: model.get("forms") ?? {},
  });
  const store = storeOn({
    read,
    change(edit) {
      const before = read();
      const after = edit(before);
      // A quiz has no trait for forms, a form none for answers.
      if (after.answers !== before.answers) model.set("answers", after.answers);
      if (after.forms !== before.forms) model.set("forms", after.forms);
      model.save_changes();
    },
    erase() {},
    subscribe(listener) {
      const events = ["change:answers", "change:forms"];
      for (const event of events) model.on(event, listener);
      return () => events.forEach((event) => model.off(event, listener));
    },
    trouble: () => "",
    aside: () => [],
  });
  return { ...store, download: null };
}
