// A curve to guess: number fields move a line, dragging and tapping are extras, then the true line.

import { h, s } from "../shared/dom.js";
import { writeNumber } from "../shared/number.js";
import { fill } from "../shared/say.js";
import * as t from "../shared/strings.js";

const WIDTH = 360;
const HEIGHT = 250;
const PLOT = { left: 34, right: 12, top: 14, bottom: 30 };

/**
 * @typedef {object} CurveOptions
 * @property {string} id prefix of element ids, unique on the page
 * @property {string[]} labels what stands under each point, for example ages
 * @property {string} labelName what the labels are: "age"
 * @property {(number | null)[]} given a value where the point is given, null where it is guessed
 * @property {number} min
 * @property {number} max
 * @property {string} unit written after a value: " of 100"
 * @property {(number | null)[]} [values] earlier guesses, to go on from
 * @property {(values: (number | null)[]) => void} [onChange] called after each guess
 */

/**
 * @typedef {object} CurveField
 * @property {HTMLElement} element
 * @property {() => (number | null)[]} values all points; null where there is no guess yet
 * @property {() => string[]} missing labels that still need a guess
 * @property {() => HTMLInputElement | undefined} firstMissing the first field that needs a guess
 * @property {(truth: number[], name: string) => void} reveal draw the true line and lock the fields
 */

/**
 * Read what was typed: a number in range, or null.
 * @param {string} text
 * @param {number} min
 * @param {number} max
 */
export function readPoint(text, min, max) {
  const value = Number(text.trim().replace(",", "."));
  if (text.trim() === "" || !Number.isFinite(value) || value < min || value > max) return null;
  return value;
}

/**
 * Where a value stands when it is not guessed yet: on the line from its neighbours.
 * @param {(number | null)[]} values
 * @param {number} middle used while nothing at all is known
 */
export function resting(values, middle) {
  const known = values.flatMap((value, i) => (value === null ? [] : [i]));
  return values.map((value, i) => {
    if (value !== null) return value;
    const before = known.filter((k) => k < i).pop();
    const after = known.find((k) => k > i);
    if (before === undefined && after === undefined) return middle;
    if (before === undefined || after === undefined) {
      return Number(values[/** @type {number} */ (before ?? after)]);
    }
    const share = (i - before) / (after - before);
    return Number(values[before]) * (1 - share) + Number(values[after]) * share;
  });
}

/**
 * Put a curve to guess into `el`.
 * @param {HTMLElement} el
 * @param {CurveOptions} options
 * @returns {CurveField}
 */
export function curveField(el, options) {
  const { id, labels, labelName, given, min, max, unit } = options;
  const values = given.map((value, i) => value ?? options.values?.[i] ?? null);
  let locked = false;

  const x = (/** @type {number} */ i) =>
    PLOT.left + 10 + (i * (WIDTH - PLOT.left - PLOT.right - 20)) / Math.max(1, labels.length - 1);
  const y = (/** @type {number} */ value) =>
    HEIGHT - PLOT.bottom - ((value - min) / (max - min)) * (HEIGHT - PLOT.top - PLOT.bottom);
  const path = (/** @type {number[]} */ points) =>
    points.map((value, i) => `${i ? "L" : "M"}${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join("");

  const line = s("path", { class: "pl-curve-guess" });
  const dots = labels.map((_, i) =>
    s("circle", { class: given[i] === null ? "pl-curve-dot" : "pl-curve-dot pl-given", r: 6 }),
  );
  // A finger needs more room than the dot it moves.
  const handles = labels.map((_, i) =>
    given[i] === null ? s("circle", { class: "pl-curve-handle", r: 20, "data-i": i }) : null,
  );
  const truthLayer = s("g");
  const plot = s(
    "svg",
    { class: "pl-curve-plot", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" },
    axes(),
    truthLayer,
    line,
    ...dots,
    ...handles,
  );

  const fields = labels.map((label, i) => {
    const field = h("input", {
      id: `${id}-${i}`,
      type: "number",
      inputmode: "decimal",
      min,
      max,
      step: "any",
      disabled: given[i] !== null,
      value: values[i] ?? "",
      oninput: () => set(i, readPoint(field.value, min, max)),
    });
    const named = given[i] === null ? t.curve_field : t.curve_field_given;
    const text = fill(named, { name: labelName, label });
    return { field, row: h("label", { class: "pl-curve-field", for: field.id }, text, field) };
  });

  function axes() {
    const group = s("g", { class: "pl-curve-axes", "aria-hidden": "true" });
    for (let k = 0; k <= 4; k += 1) {
      const value = min + (k * (max - min)) / 4;
      group.append(
        s("line", { x1: PLOT.left, x2: WIDTH - PLOT.right, y1: y(value), y2: y(value) }),
        s("text", { x: PLOT.left - 6, y: y(value) + 4, "text-anchor": "end" }, writeNumber(value)),
      );
    }
    labels.forEach((label, i) =>
      group.append(s("text", { x: x(i), y: HEIGHT - 10, "text-anchor": "middle" }, label)),
    );
    return group;
  }

  /** @param {(number | null | undefined)[]} line */
  function inWords(line) {
    const points = labels.map((label, i) => {
      const known = line[i];
      const value = typeof known === "number" ? writeNumber(known) + unit : t.curve_no_guess;
      return fill(t.curve_point, { label, value });
    });
    return points.join(", ");
  }

  function draw() {
    const points = resting(values, (min + max) / 2);
    line.setAttribute("d", path(points));
    points.forEach((value, i) => {
      for (const circle of [dots[i], handles[i]]) {
        circle?.setAttribute("cx", String(x(i)));
        circle?.setAttribute("cy", String(y(value)));
      }
      dots[i]?.classList.toggle("pl-open", values[i] === null);
    });
    plot.setAttribute("aria-label", fill(t.curve_line, { name: labelName, points: inWords(values) }));
  }

  /**
   * @param {number} i
   * @param {number | null} value
   */
  function set(i, value) {
    values[i] = value;
    draw();
    options.onChange?.([...values]);
  }

  /**
   * @param {number} i
   * @param {number} clientY
   */
  function place(i, clientY) {
    const box = plot.getBoundingClientRect();
    const inside = ((clientY - box.top) / box.height) * HEIGHT;
    const share = (HEIGHT - PLOT.bottom - inside) / (HEIGHT - PLOT.top - PLOT.bottom);
    const value = Math.round(min + Math.min(1, Math.max(0, share)) * (max - min));
    const field = fields[i]?.field;
    if (field) field.value = String(value);
    set(i, value);
  }

  function listen() {
    /** @type {number | null} */
    let held = null;
    plot.addEventListener("pointerdown", (event) => {
      const handle = /** @type {Element} */ (event.target).getAttribute("data-i");
      if (locked || handle === null) return;
      held = Number(handle);
      plot.setPointerCapture(event.pointerId);
    });
    plot.addEventListener("pointermove", (event) => {
      if (held !== null) place(held, event.clientY);
    });
    for (const end of ["pointerup", "pointercancel"]) {
      plot.addEventListener(end, () => (held = null));
    }
    // One tap anywhere in a column moves that column's point: no dragging needed.
    plot.addEventListener("click", (event) => {
      if (locked) return;
      const box = plot.getBoundingClientRect();
      const inside = ((event.clientX - box.left) / box.width) * WIDTH;
      const open = labels.map((_, i) => i).filter((i) => given[i] === null);
      const near = open.sort((a, b) => Math.abs(x(a) - inside) - Math.abs(x(b) - inside))[0];
      if (near !== undefined) place(near, event.clientY);
    });
  }

  /**
   * @param {number[]} truth
   * @param {string} name
   */
  function reveal(truth, name) {
    locked = true;
    for (const { field } of fields) field.readOnly = true;
    for (const handle of handles) handle?.remove();
    const points = resting(values, (min + max) / 2);
    const guessed = values.some((value, i) => value !== null && given[i] === null);
    const above = (truth[truth.length - 1] ?? 0) >= (points[points.length - 1] ?? 0);
    truthLayer.append(
      s("path", { class: "pl-curve-truth", d: path(truth) }),
      ...truth.map((value, i) =>
        s("rect", { class: "pl-curve-truth-mark", x: x(i) - 4, y: y(value) - 4, width: 8, height: 8 }),
      ),
      endLabel(name, truth, above, "pl-curve-truth-name"),
    );
    if (guessed) truthLayer.append(endLabel(t.curve_yours, points, !above, "pl-curve-guess-name"));
    else {
      group.hidden = true;
      line.remove();
      dots.forEach((dot, i) => given[i] === null && dot.remove());
    }
    const before = guessed ? `${plot.getAttribute("aria-label")} ` : "";
    plot.setAttribute("aria-label", before + fill(t.curve_truth, { name, points: inWords(truth) }));
  }

  /**
   * Name a line at its right end, clear of its last stretch.
   * @param {string} text
   * @param {number[]} points
   * @param {boolean} above
   * @param {string} style
   */
  function endLabel(text, points, above, style) {
    const heights = points.slice(-3).map(y);
    const wanted = above ? Math.min(...heights) - 12 : Math.max(...heights) + 22;
    const top = Math.min(HEIGHT - PLOT.bottom - 6, Math.max(PLOT.top, wanted));
    return s("text", { class: style, x: WIDTH - PLOT.right, y: top, "text-anchor": "end" }, text);
  }

  const group = h("div", {
    class: "pl-curve-fields",
    role: "group",
    "aria-label": fill(t.curve_fields, { name: labelName, min, max }),
  });
  group.append(...fields.map(({ row }) => row));
  const element = h("div", { class: "pl-curve" }, plot, group);
  listen();
  draw();
  el.append(element);

  const open = () => fields.filter((_, i) => values[i] === null);
  return {
    element,
    values: () => [...values],
    missing: () => labels.filter((_, i) => values[i] === null),
    firstMissing: () => open()[0]?.field,
    reveal,
  };
}
