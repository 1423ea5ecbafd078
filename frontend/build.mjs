// Builds every widget into one readable ES module, or, with --tests, builds and runs the unit tests.
// Usage: node build.mjs [--outdir DIR] [--tests]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const bundles = resolve(here, "../src/glassnet/widgets/static");

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

async function buildWidgets(outdir) {
  await build({
    ...common,
    entryPoints: readdirSync(join(here, "widgets")).map((name) => ({ in: `widgets/${name}/index.ts`, out: name })),
    outdir,
  });
}

async function runTests() {
  const outdir = mkdtempSync(join(here, "node_modules/.tests-"));
  const names = readdirSync(join(here, "tests")).filter((name) => name.endsWith(".test.ts"));
  if (names.length === 0) throw new Error("No unit tests found in frontend/tests.");
  try {
    const entryPoints = names.map((name) => `tests/${name}`);
    await build({ ...common, platform: "node", entryPoints, outdir, outExtension: { ".js": ".mjs" } });
    const built = readdirSync(outdir).map((name) => join(outdir, name));
    return spawnSync(process.execPath, ["--test", ...built], { stdio: "inherit" }).status ?? 1;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const options = process.argv.slice(2);
if (options.includes("--tests")) process.exitCode = await runTests();
else await buildWidgets(options.includes("--outdir") ? resolve(options[options.indexOf("--outdir") + 1]) : bundles);
