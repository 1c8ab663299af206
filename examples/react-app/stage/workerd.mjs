// The Worker in the real workerd: what `wrangler dev` does with wrangler.jsonc.
import { build } from "esbuild";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { fileURLToPath } from "node:url";

async function bundleWorker() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../worker/worker.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*"],
    write: false,
  });
  return outputFiles[0].text;
}

let bundle;

/** Starts it with these bindings. */
export async function startWorker(bindings) {
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: await (bundle ??= bundleWorker()),
      bindings,
      host: "127.0.0.1",
      port: 0,
      compatibilityDate: "2026-11-01",
      compatibilityFlags: ["no_nodejs_compat", "no_nodejs_compat_v2"],
      durableObjects: {
        NOTICES: { className: "NoticesObject", useSQLite: true },
        RECORDINGS: { className: "RecordingsObject", useSQLite: true },
      },
    }),
  );
  const url = String(await runtime.ready).replace(/\/$/, "");
  return { url, close: () => runtime.dispose() };
}
