// The parts of Vega that our charts use, and its interpreter of expressions, which asks for no
// `eval`: the policy of our pages forbids that. A script of its own, loaded by charts/runtime.js.

import { transforms } from "vega-dataflow";
import * as encoding from "vega-encode";
import { expressionInterpreter } from "vega-interpreter";
import { parse } from "vega-parser";
import * as transforming from "vega-transforms";
import { View } from "vega-view";
import * as layout from "vega-view-transforms";

Object.assign(transforms, transforming, encoding, layout);

/**
 * Draw a chart as SVG.
 * @param {import("vega").Spec} spec
 * @param {HTMLElement} container
 * @returns {Promise<import("vega").View>}
 */
function open(spec, container) {
  const view = new View(parse(spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: "svg",
    container,
  });
  return view.runAsync();
}

Object.assign(globalThis, { painlabVega: { open } });
