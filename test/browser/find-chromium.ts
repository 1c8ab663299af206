import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Chromium {
  executablePath: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
}

/** No sandbox, because containers run as root; the rest keeps it from calling out, or from asking for a GPU. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** `CHROMIUM=/path`, else one of the machine's own, else the one that an npm package carries (Linux x64). */
export async function findChromium(): Promise<Chromium> {
  const found = process.env.CHROMIUM ?? usual.find((path) => existsSync(path));
  if (found) return { executablePath: found, args };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("No Chromium here: set CHROMIUM=/path/to/chrome, the browser tests are part of the suite.");
  }
  const folder = await unpack();
  const executablePath = join(folder, "chromium");
  return isComplete(executablePath)
    ? { executablePath, args }
    : { executablePath, args, env: { ...process.env, LD_LIBRARY_PATH: join(folder, "al2023", "lib") } };
}

/** Whether the machine has the libraries that Chromium links to. */
function isComplete(executablePath: string): boolean {
  return !execFileSync("ldd", [executablePath], { encoding: "utf8" }).includes("not found");
}

/**
 * Unpacks the npm package's Chromium, once for each of its versions. The package itself would do so in the machine's
 * temporary folder, and would take a half-written or foreign file there for its own.
 */
async function unpack(): Promise<string> {
  const { default: packed, inflate } = await import("@sparticuz/chromium");
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const version = /@sparticuz\+chromium@([\w.-]+)/.exec(entry)?.[1] ?? "unknown";
  const cache = fileURLToPath(new URL("../../node_modules/.cache", import.meta.url));
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, "unpacking-"));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = draft;
  try {
    await packed.executablePath();
    await inflate(join(dirname(entry), "..", "bin", "al2023.tar.br"));
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process may have been faster.
    if (!existsSync(folder)) throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  return folder;
}
