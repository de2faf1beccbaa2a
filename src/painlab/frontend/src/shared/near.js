// Mounts a widget only when the reader comes near it: what takes long to read from the page, such
// as a simulation's grid, costs those nothing who never scroll that far.

import { mount } from "./host.js";

/** How far below the screen a widget is made ready. */
const MARGIN = "800px 0px";

/**
 * @param {string} name
 * @param {import("./host.js").Widget} widget
 */
export function mountNear(name, widget) {
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        void mount(/** @type {HTMLElement} */ (target), widget);
      }
    },
    { rootMargin: MARGIN },
  );
  for (const place of document.querySelectorAll(`.pl-widget[data-module="${name}"]`)) {
    watch.observe(place);
  }
}
