// Dates in words, by the page's language.

import { language } from "./locale.js";

// The course writes "23 November 2026" in its text; plain "en" would make that "November 23, 2026".
const dated = () => (language() === "en" ? "en-GB" : language());

/** @param {number} at milliseconds since 1970 */
export const longDate = (at) => new Intl.DateTimeFormat(dated(), { dateStyle: "long" }).format(at);

/** @param {Date} date a day not far off */
export const weekday = (date) =>
  new Intl.DateTimeFormat(dated(), { weekday: "long", day: "numeric", month: "long" }).format(date);
