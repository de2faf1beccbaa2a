// Where a reader left off: the lesson to open next, and whether that was long ago.

import { own } from "../storage/migrate.js";

/** @typedef {{name: string, title: string, href: string}} Lesson `name` is that of the document */
/** @typedef {import("../storage/migrate.js").Page} Page */
/** @typedef {import("../storage/migrate.js").Kept} Kept */

/** Three weeks, in milliseconds: the first questions of a lesson have long been due by then. */
const LONG = 21 * 86_400_000;

/**
 * The lesson opened last if its end was not reached, else the next one not read, with whether it was
 * opened before; null when nothing was opened yet or all is read.
 * @template {Lesson} T
 * @param {T[]} lessons in the order of the course
 * @param {Record<string, Page>} pages what was opened
 * @returns {{lesson: T, begun: boolean} | null}
 */
export function whereLeftOff(lessons, pages) {
  const seen = lessons.map(({ name }) => own(pages, name));
  let last = -1;
  seen.forEach((page, i) => {
    if (page && page.at >= (seen[last]?.at ?? 0)) last = i;
  });
  if (last < 0) return null;
  const order = [...lessons.keys()];
  const open = [...order.slice(last), ...order.slice(0, last)].find((i) => !seen[i]?.read);
  const lesson = open === undefined ? undefined : lessons[open];
  return lesson ? { lesson, begun: Boolean(own(pages, lesson.name)) } : null;
}

/**
 * Whether the last page was opened, and the last question answered, more than three weeks ago.
 * @param {Pick<Kept, "pages" | "answers">} kept
 * @param {number} now milliseconds since 1970
 */
export function longAway({ pages, answers }, now) {
  const times = [...Object.values(pages), ...Object.values(answers)].map(({ at }) => at ?? 0);
  const last = Math.max(0, ...times);
  return last > 0 && now - last > LONG;
}
