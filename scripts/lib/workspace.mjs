// Where things are, and how to run a program of node_modules/.bin.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The packages that are published, each after those that it needs for its types. */
export const packages = ["core", "react", "msw", "cli", "create"].map((name) => ({
  name,
  folder: join(root, "packages", name),
}));

const binaries = join(root, "node_modules", ".bin");
const onPath = {
  ...process.env,
  PATH: `${binaries}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`,
};

/** Runs a command line to its end; what it prints is kept, and shown at once where `show` is set. */
export function run(command, args, { cwd = root, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      // What is kept is read in logs as often as in terminals.
      env: { ...onPath, ...(show ? {} : { NO_COLOR: "1", FORCE_COLOR: "0" }) },
      stdio: show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ ok: false, output: `${command}: ${error.message}` }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}
