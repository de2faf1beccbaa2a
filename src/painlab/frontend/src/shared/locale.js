// The page's language, by which numbers, dates and plurals are written.

/** @returns {string} a language tag that Intl takes; English where the page names none */
export function language() {
  const named = globalThis.document?.documentElement.lang;
  try {
    return Intl.getCanonicalLocales(named || "en")[0] ?? "en";
  } catch {
    return "en";
  }
}
