// What the built files must hold for every runtime that they promise to run in.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { packages, root } from "./lib/workspace.mjs";

const problems = [];
const builtFiles = (folder) =>
  readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
const [core, react, msw] = packages;

/** `node:` and everything that is not a file of core: what its bundle still imports when nothing is bundled in. */
async function importsOf(file) {
  const { metafile } = await build({
    entryPoints: [file],
    bundle: true,
    format: "esm",
    platform: "neutral",
    tsconfigRaw: "{}",
    packages: "external",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  return Object.values(metafile.inputs).flatMap(({ imports }) =>
    imports.filter((one) => one.external).map(({ path }) => path),
  );
}

/** Names that no runtime but Node has (or that only a CommonJS file has). Comments and texts are dropped before. */
async function nodeNames(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    format: "esm",
    platform: "neutral",
    tsconfigRaw: "{}",
    packages: "external",
    write: false,
    legalComments: "none",
    logLevel: "silent",
    // A free name is replaced by a marker; a property, a text or a local variable of that name is left alone.
    define: Object.fromEntries(
      ["Buffer", "process", "require", "__dirname", "__filename", "global", "module", "setImmediate"].map((name) => [
        name,
        `FREE_NAME_${name}`,
      ]),
    ),
  });
  const { text } = outputFiles[0];
  return [...new Set(Array.from(text.matchAll(/FREE_NAME_(\w+)/g), ([, name]) => name))];
}

for (const file of builtFiles(core.folder)) {
  const path = join(core.folder, "dist", file);
  for (const specifier of new Set(await importsOf(path))) {
    if (!/^(ky|valibot|@bufbuild\/protobuf|aws4fetch|@opentelemetry\/api)(\/|$)/.test(specifier))
      problems.push(`core/dist/${file} imports "${specifier}"`);
  }
  for (const name of await nodeNames(path)) problems.push(`core/dist/${file} uses ${name}, which only Node has`);
}

// The fake runs in pages and Workers too; only its server and its command need Node.
for (const entry of ["index", "fake", "matchers", "vitest", "jest"]) {
  const path = join(msw.folder, "dist", `${entry}.js`);
  for (const specifier of new Set(await importsOf(path))) {
    if (!/^(msw|vitest|@agora-edge\/core\/contract)$/.test(specifier))
      problems.push(`msw/dist/${entry}.js imports "${specifier}"`);
  }
  for (const name of await nodeNames(path)) problems.push(`msw/dist/${entry}.js uses ${name}, which only Node has`);
}

/** What is left of an entry that is imported and not used: it would run at import. */
async function checkImport(entry) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `import "${entry}";`, resolveDir: root },
    bundle: true,
    format: "esm",
    platform: "neutral",
    tsconfigRaw: "{}",
    treeShaking: true,
    // Without this, `sideEffects: false` alone would drop the import, whatever the files do.
    ignoreAnnotations: false,
    plugins: [{ name: "distrust-side-effects-flag", setup: keepOwnModules }],
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const [{ inputs: contributors }] = Object.values(metafile.outputs);
  for (const [file, { bytesInOutput }] of Object.entries(contributors)) {
    if (bytesInOutput > 0 && file.includes("core/dist")) {
      problems.push(`importing ${entry} runs ${bytesInOutput} bytes of ${file}:\n${indent(outputFiles[0].text)}`);
    }
  }
}
function keepOwnModules(builder) {
  builder.onResolve({ filter: /^@agora-edge\/core(\/server)?$/ }, ({ path }) => ({
    path: join(core.folder, "dist", path.endsWith("/server") ? "server.js" : "index.js"),
    sideEffects: true,
  }));
  // Other packages are not ours to judge.
  builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
    kind === "entry-point" ? undefined : { path, external: true, sideEffects: false },
  );
}
for (const entry of ["@agora-edge/core", "@agora-edge/core/server"]) await checkImport(entry);
function indent(text) {
  return text
    .trim()
    .split("\n")
    .slice(0, 40)
    .map((line) => `      ${line}`)
    .join("\n");
}

for (const file of ["index.js", "devtools.js", "devtools/none.js"]) {
  const entry = readFileSync(join(react.folder, "dist", file), "utf8");
  if (!/^["']use client["'];?\n/.test(entry)) problems.push(`react/dist/${file} does not begin with "use client"`);
}

/** Every file that a package.json sends people to. */
function targetsOf({ exports, bin }) {
  const leaves = (value) => (typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(leaves));
  return new Set([...leaves(exports), ...leaves(bin)]);
}
for (const { name, folder } of packages) {
  for (const target of targetsOf(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")))) {
    if (!existsSync(join(folder, target)))
      problems.push(`${name}/package.json points to ${target}, which is not there`);
  }
}

for (const problem of problems) console.error(`  ${problem}`);
if (problems.length > 0) process.exitCode = 1;
else console.log("core and the fake need nothing of Node, core does nothing at import; every exported file exists.");
