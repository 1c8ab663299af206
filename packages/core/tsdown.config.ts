import { defineConfig } from "tsdown";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    machine: "src/machine.ts",
    contract: "src/contract.ts",
    schemas: "src/schemas.ts",
    page: "src/page.ts",
    "page/dev": "src/page/dev.ts",
    inspect: "src/inspect.ts",
    server: "src/server.ts",
    captions: "src/captions.ts",
    files: "src/files.ts",
    opentelemetry: "src/opentelemetry.ts",
    "locales/en": "src/locales/en.ts",
    "locales/zh-CN": "src/locales/zh-CN.ts",
  },
  format: "esm",
  platform: "neutral",
  target: "es2022",
  // Else a constant that is computed from another (`5 * second`) stays in bundles that do not use it.
  inputOptions: { optimization: { inlineConst: true } },
  dts: true,
  sourcemap: true,
  outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
});
