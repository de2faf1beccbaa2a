// Bundles each module twice: NAME.js for anywidget (ES module) and NAME.book.js for the book
// (classic script with the static host, so that pages also work from file://); makes each style
// sheet small; and writes the interface's words, strings/LANGUAGE.json, as src/shared/strings.js.
// The pages of PAGES exist in the book alone; a script brings no widget; `vega` is fetched by charts
// alone, `search` loaded by the search page alone, `slides` stands in decks of slides, which are no
// pages of the book; the service worker waits for its list of files.
// What others wrote and we bundle is named in LICENSES.txt.
// Usage: node build.mjs [FOLDER [TABLE]]   (default: built/ and strings/en.json)

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const STYLES = ["quiz", "progress", "pieces", "form", "vega-chart", "slides"];
const MODULES = [
  "quiz",
  "draw-the-curve",
  "what-a-finding-tells-you",
  "two-readers",
  "fear-map",
  "silent-danger",
  "guided-attention",
  "form",
  "vega-chart",
];
// Made ready when the reader comes near.
const NEAR = ["simulation"];
const PAGES = ["progress", "review", "offline-switch", "stored"];
const SCRIPTS = ["reading", "going-on", "paper"];
// They come without the core: on every page, long after it, or where nothing else is loaded.
const ALONE = ["vega", "page", "search", "slides"];
const WORKER = "service-worker";
// What the book's scripts share stands in `core.book.js` alone, which pages load before the others.
const CORE = [
  "items/curve",
  "shared/dom",
  "shared/host",
  "shared/keys",
  "shared/locale",
  "shared/notes",
  "shared/number",
  "shared/say",
  "shared/text",
  "storage/file",
  "storage/kept",
  "storage/merge",
  "storage/migrate",
  "storage/store",
];
const outdir = resolve(process.argv[2] ?? join(HERE, "built"));
const table = resolve(process.argv[3] ?? join(HERE, "strings", "en.json"));

// One constant a string: a bundle then holds only those that it uses.
const strings = [
  "// Made by build.mjs from strings/en.json; change the words there.",
  ...Object.entries(JSON.parse(readFileSync(table, "utf8"))).map(
    ([key, text]) => `export const ${key} = ${JSON.stringify(text)};`,
  ),
  "",
].join("\n");
if (process.argv.length < 3) writeFileSync(join(HERE, "src", "shared", "strings.js"), strings);

const words = {
  name: "words",
  /** @param {import("esbuild").PluginBuild} made */
  setup: (made) => made.onLoad({ filter: /[\\/]strings\.js$/ }, () => ({ contents: strings })),
};
const common = {
  absWorkingDir: HERE,
  bundle: true,
  charset: "ascii",
  legalComments: "eof",
  logLevel: "warning",
  metafile: true,
  minify: true,
  plugins: [words],
  target: "es2020",
};

// Asks the browser to compile a page's script while it loads, off the main thread, so that the
// first answer need not wait for it.
const banner = { js: "//# allFunctionsCalledOnLoad" };

/** @type {Map<string, string[]>} what each module of the core exports */
const shared = new Map();
for (const name of CORE) {
  const entry = { entryPoints: [`src/${name}.js`], format: "esm", write: false };
  const { metafile } = await build({ ...common, ...entry });
  shared.set(join(HERE, "src", `${name}.js`), Object.values(metafile.outputs)[0]?.exports ?? []);
}

// In a book's script an import from the core reads it from where `core.book.js` has put it.
const fromCore = {
  name: "core",
  /** @param {import("esbuild").PluginBuild} made */
  setup: (made) =>
    made.onLoad({ filter: /\.js$/ }, ({ path }) => {
      const lines = shared.get(path)?.map(
        (name) => `export const ${name} = /* @__PURE__ */ (() => painlabCore.${name})();`,
      );
      return lines && { contents: lines.join("\n") };
    }),
};

/** @type {Set<string>} packages of others that a bundle holds */
const packages = new Set();
/** @param {import("esbuild").BuildOptions} options */
async function bundle(options) {
  const { metafile } = await build({ ...common, ...options });
  for (const path of Object.keys(metafile?.inputs ?? {})) {
    const found = path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/);
    if (found?.[1]) packages.add(found[1]);
  }
}

for (const name of [...MODULES, ...NEAR]) {
  await bundle({
    entryPoints: [`src/${name}.js`],
    format: "esm",
    outfile: join(outdir, `${name}.js`),
  });
}

await bundle({
  stdin: {
    contents: CORE.map((name) => `export * from "./${name}.js";`).join("\n"),
    resolveDir: join(HERE, "src"),
    sourcefile: "core.book.js",
  },
  banner,
  format: "iife",
  globalName: "painlabCore",
  outfile: join(outdir, "core.book.js"),
});

for (const name of [...MODULES, ...NEAR, ...PAGES]) {
  const [start, file] = NEAR.includes(name) ? ["mountNear", "near"] : ["mountAll", "host"];
  const contents = `import widget from "./${name}.js";
    import { ${start} } from "./shared/${file}.js";
    ${start}("${name}", widget);`;
  await bundle({
    stdin: { contents, resolveDir: join(HERE, "src"), sourcefile: `${name}.book.js` },
    banner,
    format: "iife",
    outfile: join(outdir, `${name}.book.js`),
    plugins: [fromCore, words],
  });
}

for (const name of [...SCRIPTS, ...ALONE]) {
  await bundle({
    entryPoints: [`src/${name}.js`],
    format: "iife",
    plugins: SCRIPTS.includes(name) ? [fromCore, words] : [words],
    outfile: join(outdir, `${name}.book.js`),
  });
}

await bundle({
  entryPoints: [`src/${WORKER}.js`],
  format: "iife",
  outfile: join(outdir, `${WORKER}.js`),
});

// Its package leaves the text out; it is a part of Vega, under Vega's licence.
const LICENCE_OF = new Map([["vega-interpreter", "vega"]]);
/** @param {string} folder of a package */
const licenceIn = (folder) =>
  join(folder, existsSync(join(folder, "LICENSE")) ? "LICENSE" : "LICENSE.txt");
const notices = [...packages].sort().map((name) => {
  const folder = join(HERE, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const from = join(HERE, "node_modules", LICENCE_OF.get(name) ?? name);
  const text = readFileSync(licenceIn(from), "utf8").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync(join(outdir, "LICENSES.txt"), notices.join("\n"));

for (const name of STYLES) {
  await build({ ...common, entryPoints: [`styles/${name}.css`], outfile: join(outdir, `${name}.css`) });
}
