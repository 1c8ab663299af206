import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Io, StateFolder } from "../tool/io.ts";
import { askSecret } from "./ask-secret.ts";
import { serveOnLoopback } from "./serve.ts";
import { wantsColors } from "../print/style.ts";

const { env, stdin, stdout, stderr, platform } = process;

async function readStdin(): Promise<string | undefined> {
  if (stdin.isTTY) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString("utf8");
}

/** Where programs keep what they have to remember: XDG on Linux, the usual folders elsewhere. */
function statePath(): string {
  if (env.AGORA_EDGE_STATE) return env.AGORA_EDGE_STATE;
  if (env.XDG_STATE_HOME) return join(env.XDG_STATE_HOME, "agora-edge");
  if (platform === "win32" && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, "agora-edge");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "agora-edge");
  return join(homedir(), ".local", "state", "agora-edge");
}

const isMissing = (error: unknown): boolean => error instanceof Error && Reflect.get(error, "code") === "ENOENT";

export function stateFolder(folder: string): StateFolder {
  return {
    async list() {
      return readdir(folder).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
    },
    async read(name) {
      return readFile(join(folder, name), "utf8").catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      });
    },
    async write(name, text) {
      // Handles stop recordings: nobody else on the machine has to read them.
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const whole = join(folder, `.${randomUUID()}`);
      await writeFile(whole, text, { mode: 0o600 });
      await rename(whole, join(folder, name));
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}

function openBrowser(url: string): void {
  const [command, ...args] =
    platform === "darwin" ? ["open"] : platform === "win32" ? ["cmd", "/c", "start", ""] : ["xdg-open"];
  const child = spawn(command ?? "", [...args, url], { stdio: "ignore", detached: true });
  // Where there is no browser, the address was printed.
  child.on("error", () => {});
  child.unref();
}

/** The world of a process. */
export function processIo(): { io: Io; close: () => void } {
  const controller = new AbortController();
  let asked = 0;
  const interrupt = () => {
    // A second Ctrl+C does not wait for the stop.
    if (asked++ > 0) process.exit(130);
    controller.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, interrupt);
  const io: Io = {
    env,
    readStdin,
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    hasColors: wantsColors(env, stdout.isTTY),
    askSecret:
      stdin.isTTY && stderr.isTTY ? (question) => askSecret(question, { input: stdin, output: stderr }) : undefined,
    fetch: (input, init) => globalThis.fetch(input, init),
    clock: {
      now: () => Date.now(),
      setTimeout: (callback, ms) => setTimeout(callback, ms),
      clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
    },
    readFile: (path) => readFile(path, "utf8"),
    state: stateFolder(statePath()),
    readPlayer: () => readFile(new URL("player.js", import.meta.url), "utf8"),
    serve: serveOnLoopback,
    openBrowser,
    signal: controller.signal,
  };
  const close = () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, interrupt);
  };
  return { io, close };
}
