// The two programs that everything else needs, from npm: pnpm, and a Node that is new enough.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const pnpmVersion = "12.21.0";
const nodeVersion = process.platform === "darwin" ? "26.10.0" : "24.21.0"; // the newest that is packed for each platform
const windows = process.platform === "win32";
const folder = join(root, ".toolchain");

/** vitest, msw and jsdom ask for these; anything else is replaced for our scripts, never on the machine. */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return (major === 22 && minor >= 22) || (major === 24 && minor >= 15) || major >= 26;
}

/** The npm package that carries the Node binary of this platform. */
export function nodePackage() {
  const platform = windows ? "win" : process.platform;
  const prefix = platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  return `${prefix}-${platform}-${process.arch}`;
}

// What was fetched completely. Written last, so that an interrupted fetch is begun again.
const list = join(folder, "fetched.json");
const readList = () => (existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : []);
const nameOf = (spec) => spec.slice(0, spec.lastIndexOf("@"));

function fetchPackages(wanted) {
  console.log(`Fetching ${wanted.join(" and ")} into .toolchain/ ...`);
  // npm removes what it is not told of, and another Node of this machine may need what is there.
  const others = readList().filter((spec) => !wanted.some((one) => nameOf(one) === nameOf(spec)));
  const all = [...wanted, ...others];
  mkdirSync(folder, { recursive: true });
  rmSync(list, { force: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const flags = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = spawnSync("npm", ["install", ...flags, ...all], { cwd: folder, stdio: "inherit", shell: windows });
  if (npm.status === 0) {
    writeFileSync(list, JSON.stringify(all));
    return;
  }
  console.error(`npm could not fetch ${wanted.join(" and ")}: see its message above.`);
  if (wanted.length > 1) {
    console.error(`Node ${process.versions.node} is too old here; with Node 24 only pnpm is needed.`);
  }
  process.exit(npm.status ?? 1);
}

/** Where to find Node and pnpm; fetches what is missing. */
export function getToolchain() {
  // Started by the Node of .toolchain itself, it is still that one which is wanted.
  const ownNode = !isNewEnough(process.versions.node) || process.execPath.startsWith(folder);
  const wanted = [`pnpm@${pnpmVersion}`, ...(ownNode ? [`${nodePackage()}@${nodeVersion}`] : [])];
  const fetched = readList();
  if (!wanted.every((spec) => fetched.includes(spec))) fetchPackages(wanted);
  const modules = join(folder, "node_modules");
  const nodeFolder = join(modules, nodePackage(), "bin");
  return {
    node: ownNode ? join(nodeFolder, windows ? "node.exe" : "node") : process.execPath,
    pnpm: join(modules, "pnpm", "bin", "pnpm.mjs"),
    /** For PATH: tools that are started by name must find the same Node and pnpm. */
    binaries: [...(ownNode ? [nodeFolder] : []), join(modules, ".bin")],
  };
}
