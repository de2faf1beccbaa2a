// Vega's packages bring no types of their own; the package that joins them has them.

declare module "vega-dataflow" {
  export { transforms } from "vega";
}
declare module "vega-parser" {
  export { parse } from "vega";
}
declare module "vega-view" {
  export { View } from "vega";
}
declare module "vega-interpreter" {
  export const expressionInterpreter: unknown;
}
declare module "vega-encode";
declare module "vega-transforms";
declare module "vega-view-transforms";
