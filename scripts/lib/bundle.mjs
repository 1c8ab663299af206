// A bundle as an app would make it: minified ES2022, and what is left of it after brotli 11.
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { root } from "./workspace.mjs";

/** Bundles code that imports the packages by name. `external` stays out; `inputs` are the bytes that each file contributes. */
export async function bundle(contents, { external = [] } = {}) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    external,
    // Else every Chinese letter would count as an escape of six bytes, and none would be found by who looks for them.
    charset: "utf8",
    legalComments: "none",
    // The project's own maps the packages to their sources.
    tsconfigRaw: "{}",
    metafile: true,
    write: false,
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  return {
    bytes: outputFiles[0].contents,
    inputs: Object.entries(inputs).map(([file, { bytesInOutput }]) => ({ file, bytes: bytesInOutput })),
  };
}

export const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** What nobody can do without who builds on ky and valibot. */
export const floor = `import ky from "ky"; import * as v from "valibot";
  const schema = v.object({ cname: v.pipe(v.string(), v.minLength(1)), uid: v.string(), status: v.picklist([1, 2]), n: v.optional(v.number()) });
  export const read = async (url) => v.parse(schema, await ky.post(url, { json: {} }).json());`;

export const recordingOnly =
  'import { createRecording, basicAuth } from "@agora-edge/core"; export { createRecording, basicAuth };';
