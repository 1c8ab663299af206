// A process for each figure: a fresh heap, and what goes wrong in one leaves the others alone.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const entry = fileURLToPath(new URL("figure.mjs", import.meta.url));

/** Measures the figure of a file. Rejects when it throws, dies or takes too long. */
export function measureApart(file, options, { minutes, env = {} }) {
  return new Promise((resolve, reject) => {
    const child = fork(entry, [file, JSON.stringify(options)], {
      execArgv: ["--expose-gc", "--no-warnings"],
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "pipe", "ipc"],
    });
    let said = "";
    child.stderr.on("data", (chunk) => (said = (said + chunk).slice(-4000)));
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`it was not done after ${minutes} minutes`));
    }, minutes * 60_000);
    let result;
    child.on("message", (message) => (result = message));
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      if (result) resolve(result);
      else reject(new Error(said.trim().split("\n").slice(-12).join("\n") || `it ended with code ${code}`));
    });
  });
}
