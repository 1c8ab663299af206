// What is loaded at first of an entry, as rolldown (Vite) and webpack (Next.js) bundle it: files of on-demand imports are not counted.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import webpack from "webpack";
import { root } from "./workspace.mjs";

const folder = join(root, "node_modules", ".cache", "bundlers");
const react = /^react(\/|$)/;

function write(contents) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const entry = join(folder, "entry.mjs");
  writeFileSync(entry, contents);
  return entry;
}

/** @returns the code that a page loads at first */
export async function rolldownOf(contents) {
  const build = await rolldown({
    input: write(contents),
    external: react,
    platform: "browser",
    tsconfig: false,
    logLevel: "silent",
  });
  const { output } = await build.generate({ format: "esm", minify: true, comments: false });
  await build.close();
  const first = new Set([output.find(({ isEntry }) => isEntry).fileName]);
  for (const name of first) {
    const chunk = output.find(({ fileName }) => fileName === name);
    for (const imported of chunk?.imports ?? [])
      if (output.some(({ fileName }) => fileName === imported)) first.add(imported);
  }
  return Buffer.from([...first].map((name) => output.find(({ fileName }) => fileName === name).code).join(""));
}

/** @returns the code that a page loads at first */
export async function webpackOf(contents) {
  const output = { path: join(folder, "webpack"), module: true, library: { type: "module" } };
  const compiler = webpack({
    mode: "production",
    target: ["web", "es2022"],
    entry: write(contents),
    experiments: { outputModule: true },
    // The project's own maps the packages to their sources.
    resolve: { tsconfig: false },
    externals: [({ request }, done) => done(null, react.test(request) ? `module ${request}` : undefined)],
    performance: false,
    output,
  });
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => (error ? reject(error) : resolve(result)));
  });
  const { errors, entrypoints } = stats.toJson({ all: false, errors: true, entrypoints: true });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return Buffer.concat(entrypoints.main.assets.map(({ name }) => readFileSync(join(output.path, name))));
}
