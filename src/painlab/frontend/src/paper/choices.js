// On paper a closed list hides what there is to choose from, so it is written out above the rows.

import { h } from "../shared/dom.js";
import { weave } from "../shared/say.js";
import * as t from "../shared/strings.js";

/**
 * @param {Element} page
 * @returns {(() => void)[]} what takes it back
 */
export function writeChoices(page) {
  return [...page.querySelectorAll(".pl-fallback .pl-rows")].flatMap((rows) => {
    const options = [...(rows.querySelector("select")?.options ?? [])].slice(1);
    const words = options.map(({ text }) => text);
    // Places are numbers, which every reader can write.
    if (!words.length || words.every((word) => /^\d+$/.test(word))) return [];
    const line = h("p", { class: "pl-choices" }, ...weave(t.match_list, { matches: [words.join(" · ")] }));
    rows.before(line);
    return [() => line.remove()];
  });
}
