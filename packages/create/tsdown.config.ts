import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { bin: "src/bin.ts" },
  format: "esm",
  target: "es2022",
  platform: "node",
  sourcemap: true,
  dts: false,
  outExtensions: () => ({ js: ".js" }),
});
