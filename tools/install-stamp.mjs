// Remembers for which manifests the workspace was installed last, so that an install that would change nothing is skipped.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./toolchain.mjs";

// Inside node_modules: who deletes the folder deletes the stamp with it.
const stamp = join(root, "node_modules", ".installed");

/** The folders of the workspace's packages, as pnpm-workspace.yaml names them. */
function packageFolders() {
  return ["packages", "examples", "test"]
    .map((group) => join(root, group))
    .filter((group) => existsSync(group))
    .flatMap((group) => readdirSync(group).map((name) => join(group, name)))
    .concat(join(root, "site"))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .sort((a, b) => (a < b ? -1 : 1));
}

function describe() {
  const manifests = [root, ...packageFolders()].map((folder) => join(folder, "package.json"));
  const hash = createHash("sha256").update(process.platform + process.arch);
  for (const file of [join(root, "pnpm-lock.yaml"), join(root, "pnpm-workspace.yaml"), ...manifests]) {
    hash.update(`\n${file.slice(root.length)}\n`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** A package with dependencies has a node_modules of its own. */
function isLinked(folder) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return !(dependencies || devDependencies) || existsSync(join(folder, "node_modules"));
}

export function installIsCurrent() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === describe() && packageFolders().every(isLinked);
}

export function markInstalled() {
  writeFileSync(stamp, describe());
}
