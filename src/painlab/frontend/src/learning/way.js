// The words that lead on: "Continue with …" or "Next: …", with a link to the lesson.

import { h } from "../shared/dom.js";
import { weave } from "../shared/say.js";
import * as t from "../shared/strings.js";

/** @param {NonNullable<ReturnType<typeof import("./next.js").whereLeftOff>>} found */
export function wayOn({ lesson: { href, title }, begun }) {
  return weave(begun ? t.reading_continue : t.reading_next, { lesson: [h("a", { href }, title)] });
}
