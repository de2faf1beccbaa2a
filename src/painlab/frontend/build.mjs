// Bundles each module twice: NAME.js for anywidget (ES module) and NAME.book.js for the book
// (classic script with the static host, so that pages also work from file://); and makes each
// style sheet small.
// Usage: node build.mjs [FOLDER]   (default: built/)

import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const STYLES = ["quiz", "pieces"];
const MODULES = ["quiz", "draw-the-curve", "what-a-finding-tells-you", "two-readers"];
const outdir = resolve(process.argv[2] ?? join(HERE, "built"));

const common = {
  absWorkingDir: HERE,
  bundle: true,
  charset: "ascii",
  legalComments: "none",
  logLevel: "warning",
  minify: true,
  target: "es2020",
};

for (const name of MODULES) {
  await build({
    ...common,
    entryPoints: [`src/${name}.js`],
    format: "esm",
    outfile: join(outdir, `${name}.js`),
  });
  const contents = `import widget from "./${name}.js";
    import { mountAll } from "./host.js";
    mountAll("${name}", widget);`;
  await build({
    ...common,
    stdin: { contents, resolveDir: join(HERE, "src"), sourcefile: `${name}.book.js` },
    format: "iife",
    outfile: join(outdir, `${name}.book.js`),
  });
}

for (const name of STYLES) {
  await build({ ...common, entryPoints: [`styles/${name}.css`], outfile: join(outdir, `${name}.css`) });
}
