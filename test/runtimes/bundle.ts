import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Bundles an entry of this folder with the built core; any `node:` import fails it, as it would in a browser. */
export async function bundle(
  entry: string,
  options: { format: "esm" | "iife"; conditions: string[] },
): Promise<string> {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    platform: "neutral",
    target: "es2022",
    external: ["cloudflare:*"],
    write: false,
    metafile: true,
    // The project's own maps the packages to their sources.
    tsconfigRaw: "{}",
    ...options,
  });
  const inputs = Object.keys(metafile.inputs);
  if (inputs.some((file) => file.includes("packages/core/src")) || !inputs.some((file) => file.includes("core/dist"))) {
    throw new Error(`${entry} was not bundled with the built core`);
  }
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild made nothing of ${entry}`);
  return file.text;
}
