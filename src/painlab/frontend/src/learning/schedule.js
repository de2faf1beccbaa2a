/*! Contains ts-fsrs, MIT licence; its notice stands in LICENSES.txt beside this file. */
// When a question comes back: FSRS, worked out anew from the tries each time and never stored.
//
// FSRS (Free Spaced Repetition Scheduler, Open Spaced Repetition, github.com/open-spaced-repetition)
// estimates how long an answer lasts and asks again when the chance to recall it has fallen to
// nine in ten. Its default weights, whole days, no randomness. A wrong answer counts as "again", a
// right guess as "hard", any other right answer as "good". None counts as "easy": to feel sure is
// not to know, and only some items ask how sure the reader is.

import { FSRSAlgorithm, generatorParameters, Rating } from "ts-fsrs";

/** @typedef {import("../storage/migrate.js").Answer} Answer */
/** @typedef {import("../storage/migrate.js").Try} Try */

const scheduler = new FSRSAlgorithm(
  generatorParameters({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false }),
);
const DAY = 86_400_000;

/**
 * The number of a day on the reader's calendar.
 * @param {number} at milliseconds since 1970
 */
export function dayOf(at) {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
}

/**
 * Noon of a day, on the reader's calendar.
 * @param {number} day
 */
export function dateOf(day) {
  const date = new Date(day * DAY);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}

/** @param {Try} tried */
function grade({ correct, confidence }) {
  if (!correct) return Rating.Again;
  return confidence === "guess" ? Rating.Hard : Rating.Good;
}

/**
 * The day on which an answered question comes back. Only the first try of a day counts: the next
 * ones follow an explanation. What was answered before dates were kept is due at once.
 * @param {Pick<Answer, "log">} answer
 * @returns {number} a day of {@link dayOf}; 0, a day long past, where no date is known
 */
export function dueDay({ log }) {
  /** @type {Map<number, Try>} */
  const days = new Map();
  for (const tried of log) {
    if (tried.at === null) continue;
    const day = dayOf(tried.at);
    if (!days.has(day)) days.set(day, tried);
  }
  let due = 0;
  let before = 0;
  /** @type {ReturnType<typeof scheduler.next_state> | null} */
  let memory = null;
  for (const [day, tried] of [...days].sort(([a], [b]) => a - b)) {
    memory = scheduler.next_state(memory, memory ? day - before : 0, grade(tried));
    due = day + scheduler.next_interval(memory.stability, 0);
    before = day;
  }
  return due;
}

/**
 * Which questions are due today, and when the next one comes.
 * Those answered wrongly and surely come first, then other wrong ones, then the longest due.
 * @param {string[]} ids
 * @param {Record<string, Answer>} answers
 * @param {number} now
 * @returns {{due: string[], next: number | null}} `next` is the day of the first not due today
 */
export function plan(ids, answers, now) {
  const today = dayOf(now);
  const known = ids.flatMap((id) => {
    const answer = answers[id];
    return answer ? [{ id, day: dueDay(answer), weight: weight(answer) }] : [];
  });
  const later = known.filter(({ day }) => day > today).map(({ day }) => day);
  const due = known.filter(({ day }) => day <= today);
  due.sort((a, b) => b.weight - a.weight || a.day - b.day);
  return { due: due.map(({ id }) => id), next: later.length ? Math.min(...later) : null };
}

/** How many questions refresh what one knew. */
const FEW = 3;

/**
 * Three questions for a reader who comes back: those due, in the order of {@link plan}, then those
 * answered that come back soonest, then some never answered from lessons that were opened.
 * @param {string[]} ids
 * @param {Record<string, Answer>} answers
 * @param {Set<string>} met the questions of lessons that were opened
 * @param {number} now
 */
export function refresher(ids, answers, met, now) {
  const { due } = plan(ids, answers, now);
  /** @param {string} id */
  const day = (id) => dueDay(/** @type {Answer} */ (answers[id]));
  const later = ids.filter((id) => answers[id] && !due.includes(id));
  const fresh = ids.filter((id) => !answers[id] && met.has(id));
  return [...due, ...later.sort((a, b) => day(a) - day(b)), ...fresh].slice(0, FEW);
}

/** @param {Answer} answer */
const weight = ({ correct, confidence }) => (correct ? 0 : confidence === "sure" ? 2 : 1);
