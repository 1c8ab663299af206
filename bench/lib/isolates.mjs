// Fresh isolates of four runtimes: each runs a module once and says how long that took, in milliseconds.
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { root } from "../../scripts/lib/workspace.mjs";

const execute = promisify(execFile);
const folder = join(root, "node_modules", ".cache", "bench-cold");
const binary = (name) => join(root, "node_modules", ".bin", name);

const main = `
const begin = performance.now();
const { run } = await import(globalThis.Deno ? Deno.args[0] : process.argv[2]);
await run();
console.log(performance.now() - begin);
`;

const commands = {
  Node: [process.execPath],
  Deno: [
    binary("deno"),
    "run",
    "--no-prompt",
    "--cached-only",
    "--no-lock",
    "--no-config",
    "--no-check",
    "--no-code-cache",
    "--allow-read",
  ],
  Bun: [binary("bun"), "run"],
};

/** A process for every run: the time from import to the first answer, as the runtime itself sees it. */
export async function processes(modules) {
  await mkdir(folder, { recursive: true });
  const program = join(folder, "main.mjs");
  await writeFile(program, main);
  for (const [name, code] of Object.entries(modules)) await writeFile(join(folder, `${name}.mjs`), code);
  const env = { ...process.env, DENO_DIR: join(folder, "deno"), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" };
  const start = async ([command, ...args], name) => {
    const file = join(folder, `${name}.mjs`);
    const { stdout } = await execute(command, [...args, program, file], { env, timeout: 30_000 });
    return Number(stdout);
  };
  return Object.fromEntries(
    Object.entries(commands).map(([runtime, command]) => [runtime, (name) => start(command, name)]),
  );
}

const host = `
let next = 0;
export default {
  async fetch(request, env) {
    const code = await request.text();
    const worker = env.LOADER.get("fresh-" + next++, () => ({
      compatibilityDate: "2026-11-01",
      compatibilityFlags: ["no_nodejs_compat", "no_nodejs_compat_v2"],
      mainModule: "main.js",
      modules: { "main.js": "import { run } from './run.js'; export default { fetch: async () => new Response(await run()) };", "run.js": code },
    }));
    return worker.getEntrypoint().fetch("http://worker.test/");
  },
};
`;

/**
 * Isolates that one workerd loads on demand. Their clocks stand still while they compute, so the time is taken from outside:
 * of a whole request, the making of the isolate included.
 */
export async function workerd(modules) {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: host,
      compatibilityDate: "2026-11-01",
      workerLoaders: { LOADER: {} },
    }),
  );
  const url = await miniflare.ready;
  const run = async (name) => {
    const begin = performance.now();
    const answer = await fetch(url, { method: "POST", body: modules[name] });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`workerd: ${text.slice(0, 200)}`);
    return performance.now() - begin;
  };
  return { run, close: () => miniflare.dispose() };
}
