// A bundle as an app would make it: minified ES2022, and what is left of it after brotli 11.
import { brotliCompressSync, constants } from "node:zlib";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./workspace.mjs";

/**
 * Bundles code that imports the packages by name, and gives what is loaded at first: what is imported on demand is another
 * file, and counts where its name fits `onDemand`. `external` stays out; `inputs` are the bytes that each file contributes:
 * those of the packages' sources with `sources`. `conditions` are those of `exports` that a bundler sets for a production build.
 */
export async function bundle(contents, { external = [], sources = false, onDemand, conditions = [] } = {}) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    external,
    conditions,
    // Else every Chinese letter would count as an escape of six bytes, and none would be found by who looks for them.
    charset: "utf8",
    legalComments: "none",
    // The project's own maps the packages to their sources.
    tsconfigRaw: sources ? { compilerOptions: { jsx: "react-jsx", verbatimModuleSyntax: true } } : "{}",
    plugins: sources ? [{ name: "sources", setup: readSources }] : [],
    metafile: true,
    write: false,
    splitting: true,
    outdir: root,
  });
  const { inputs, bytes } = loaded(metafile.outputs, outputFiles, onDemand);
  return {
    bytes,
    inputs: Object.entries(inputs).map(([file, { bytesInOutput }]) => ({ file, bytes: bytesInOutput })),
  };
}

/** Finds the packages by their sources, whose names say what is in a bundle. */
function readSources(builder) {
  builder.onResolve({ filter: /^@agora-edge\// }, ({ path }) => {
    const [, name, entry = "index"] = /^@agora-edge\/(\w+)(?:\/(.+))?$/.exec(path);
    return { path: join(root, "packages", name, "src", `${entry}.ts`), sideEffects: false };
  });
}

/** The entry and everything that it imports at once, and of the rest what `onDemand` names. */
function loaded(outputs, files, onDemand) {
  const entry = Object.keys(outputs).find((path) => outputs[path].entryPoint === "<stdin>");
  const paths = new Set([entry]);
  for (const path of paths) {
    for (const one of outputs[path].imports) {
      const isLoaded = one.kind === "import-statement" || onDemand?.test(outputs[one.path]?.entryPoint ?? "");
      if (isLoaded && outputs[one.path]) paths.add(one.path);
    }
  }
  const textOf = (path) => files.find((file) => file.path === join(root, path)).contents;
  return {
    bytes: Buffer.concat([...paths].map(textOf)),
    inputs: Object.assign({}, ...[...paths].map((path) => outputs[path].inputs)),
  };
}

export const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** What nobody can do without who builds on ky and valibot. */
export const floor = `import ky from "ky"; import * as v from "valibot";
  const schema = v.object({ cname: v.pipe(v.string(), v.minLength(1)), uid: v.string(), status: v.picklist([1, 2]), n: v.optional(v.number()) });
  export const read = async (url) => v.parse(schema, await ky.post(url, { json: {} }).json());`;

export const recordingOnly =
  'import { createRecording, basicAuth } from "@agora-edge/core"; export { createRecording, basicAuth };';
