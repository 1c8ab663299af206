import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { index: "src/index.ts", devtools: "src/devtools.ts", "devtools/none": "src/devtools/none.ts" },
  format: "esm",
  platform: "neutral",
  target: "es2022",
  dts: true,
  sourcemap: true,
  // A bundler of React Server Components looks for it in the first line; a directive in a source may get lost on the way.
  banner: { js: '"use client";' },
  outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
});
