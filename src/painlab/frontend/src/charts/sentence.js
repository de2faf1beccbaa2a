// Which of the sentences that Python wrote goes with a setting.

/**
 * A sentence for each setting of some controls, the last one moving fastest.
 * @typedef {object} Sentences
 * @property {string[]} signals of these controls
 * @property {string[]} texts
 * @property {number[]} at place of each setting's sentence in `texts`
 */

/**
 * @param {Sentences} sentences
 * @param {Map<string, number>} sizes how many values each signal has
 * @param {Map<string, number>} places which of them is chosen
 */
export function sentence({ signals, texts, at }, sizes, places) {
  const setting = signals.reduce(
    (before, name) => before * (sizes.get(name) ?? 0) + (places.get(name) ?? 0),
    0,
  );
  return texts[at[setting] ?? 0] ?? "";
}
