// A process for each figure: a fresh heap, and what goes wrong in one leaves the others alone.
import { fork } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { root } from "../../scripts/lib/workspace.mjs";

const entry = fileURLToPath(new URL("figure.mjs", import.meta.url));

/** Measures the figure of a file. Rejects when it throws, dies or takes too long. */
export function measureApart(file, options, { minutes, env = {} }) {
  return new Promise((resolve, reject) => {
    const child = fork(entry, [file, JSON.stringify(options)], {
      execArgv: ["--expose-gc", "--no-warnings"],
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`it was not done after ${minutes} minutes`));
    }, minutes * 60_000);
    let found = { problem: "its process died: see what it printed" };
    child.on("message", (message) => (found = message));
    child.on("error", reject);
    child.on("close", () => {
      clearTimeout(timer);
      if (found.problem === undefined) resolve(found.result);
      // The report names no folders of the machine.
      else reject(new Error(found.problem.replaceAll(root, "").replaceAll(tmpdir(), "")));
    });
  });
}
