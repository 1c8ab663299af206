// Builds the packages whose sources changed since they were built last.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packages, root, run } from "./lib/workspace.mjs";

// Outside of dist, which is packed as it is.
const stamps = join(root, "node_modules", ".cache", "built");

/** What decides how a package's dist comes out. Tests do not. */
function inputs(folder) {
  const sources = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test(-d)?\.tsx?$/.test(file))
    .map((file) => join(folder, "src", file));
  const settings = ["package.json", "tsdown.config.ts", "tsconfig.json"].map((file) => join(folder, file));
  const shared = ["pnpm-lock.yaml", "tsconfig.json", "tsconfig.base.json"].map((file) => join(root, file));
  return [...sources, ...settings.filter((file) => existsSync(file)), ...shared].sort((a, b) => (a < b ? -1 : 1));
}

function hashOf(folder, seed) {
  const hash = createHash("sha256").update(seed);
  for (const file of inputs(folder)) hash.update(`\n${file.slice(root.length)}\n`).update(readFileSync(file));
  return hash.digest("hex");
}

async function buildOne({ name, folder }, seed = "") {
  const hash = hashOf(folder, seed);
  const stamp = join(stamps, name);
  if (existsSync(join(folder, "dist")) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return hash;
  const begin = performance.now();
  const { ok, output } = await run("tsdown", ["--log-level", "warn"], { cwd: folder });
  if (!ok) {
    console.error(output);
    throw new Error(`packages/${name} does not build, see above.`);
  }
  writeFileSync(stamp, hash);
  console.log(`built packages/${name} in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  return hash;
}

mkdirSync(stamps, { recursive: true });
try {
  const [core, ...others] = packages;
  // The others take the types of core from its dist.
  const seed = await buildOne(core);
  await Promise.all(others.map((one) => buildOne(one, seed)));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
