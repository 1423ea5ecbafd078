// Builds the front end module by module: what frontend/x/y.ts holds stands in x/y.js, a style sheet x.css in x.css.js.
// Code that several widgets share is therefore written once, and a change in one source changes one built file.
// With --tests, builds and runs the unit tests instead.
// Usage: node build.mjs [--outdir DIR] [--tests]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const modules = resolve(here, "../src/glassnet/widgets/static");

/** The licence of CodeMirror and Lezer, which all copies must contain. */
const licence = () => `/*!\n${readFileSync(join(here, "node_modules/@codemirror/state/LICENSE"), "utf8")}*/`;

const common = {
  absWorkingDir: here,
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  loader: { ".css": "text" },
  logLevel: "warning",
};

/** What other people's libraries need is bundled into the one source of ours that imports them. */
const WITH_LIBRARIES = ["pages/code_editor.ts"];

const isLibrary = (path) => path.includes("node_modules");
const built = (source) => (source.endsWith(".ts") ? source.replace(/\.ts$/, "") : source);

// Bundling one file with all its imports left out gives plain text: imports first, one `export { … }` at the end.
const oneFileEach = {
  name: "one file each",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, kind, importer }) =>
      kind === "entry-point" || isLibrary(importer) ? undefined : { path: `${built(path)}.js`, external: true },
    );
  },
};

async function buildModules(outdir) {
  const widgets = readdirSync(join(here, "widgets")).map((name) => `widgets/${name}/index.ts`);
  const pages = readdirSync(join(here, "pages")).filter((name) => name.endsWith(".ts"));
  const sources = await reachable([...widgets, ...pages.map((name) => `pages/${name}`)]);
  rmSync(outdir, { recursive: true, force: true });
  await build({
    ...common,
    plugins: [oneFileEach],
    entryPoints: sources.map((source) => ({ in: source, out: built(source) })),
    outdir,
  });
  await build({
    ...common,
    minify: true,
    banner: { js: licence() },
    entryPoints: WITH_LIBRARIES.map((source) => ({ in: source, out: built(source) })),
    outdir,
  });
}

/** Every source that runs when one of these does: files of nothing but types are none. */
async function reachable(entryPoints) {
  const { metafile } = await build({ ...common, entryPoints, outdir: here, write: false, metafile: true });
  return Object.keys(metafile.inputs).filter((source) => !isLibrary(source) && !WITH_LIBRARIES.includes(source)).sort();
}

async function runTests() {
  const outdir = mkdtempSync(join(here, "node_modules/.tests-"));
  const names = readdirSync(join(here, "tests")).filter((name) => name.endsWith(".test.ts"));
  if (names.length === 0) throw new Error("No unit tests found in frontend/tests.");
  try {
    const entryPoints = names.map((name) => `tests/${name}`);
    await build({ ...common, platform: "node", entryPoints, outdir, outExtension: { ".js": ".mjs" } });
    const files = readdirSync(outdir).map((name) => join(outdir, name));
    return spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" }).status ?? 1;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const options = process.argv.slice(2);
if (options.includes("--tests")) process.exitCode = await runTests();
else await buildModules(options.includes("--outdir") ? resolve(options[options.indexOf("--outdir") + 1]) : modules);
