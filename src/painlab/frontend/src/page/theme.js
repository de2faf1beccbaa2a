// The button for light and dark, and the mark beside the part of the page that is being read. The
// theme's own script does more than our pages show, and fails where nothing may be kept.

const MODES = ["auto", "light", "dark"];
const KEY = "theme";

document.documentElement.classList.remove("no-js");

function turn() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  // From what the device says to its opposite first, so that each press shows.
  const round = dark ? MODES : ["auto", "dark", "light"];
  const { dataset } = document.body;
  const mode = round[(round.indexOf(dataset.theme ?? "auto") + 1) % round.length] ?? "auto";
  dataset.theme = mode;
  try {
    localStorage.setItem(KEY, mode);
  } catch {
    // It then holds for this page alone.
  }
}

for (const button of document.querySelectorAll(".theme-toggle")) {
  button.addEventListener("click", turn);
}

/** @type {Map<Element, Element>} the entry of each part of the page */
const entries = new Map();
for (const link of document.querySelectorAll('.toc-tree a[href^="#"]')) {
  const part = document.getElementById(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""));
  const entry = link.closest("li");
  if (part && entry) entries.set(part, entry);
}

/** @type {Set<Element>} the parts that cross the line at which the eye reads */
const crossing = new Set();
const watch = new IntersectionObserver(
  (changes) => {
    for (const { isIntersecting, target } of changes) {
      if (isIntersecting) crossing.add(target);
      else crossing.delete(target);
    }
    // Parts lie inside each other: the innermost comes last.
    const current = [...entries.keys()].filter((part) => crossing.has(part)).pop();
    for (const [part, entry] of entries) entry.classList.toggle("scroll-current", part === current);
  },
  { rootMargin: "-20% 0px -80% 0px" },
);
for (const part of entries.keys()) watch.observe(part);
