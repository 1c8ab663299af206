import { defineConfig } from "tsdown";

const shared = {
  format: "esm",
  platform: "neutral",
  target: "es2022",
  // Else a constant that is computed from another (`5 * second`) stays in bundles that do not use it.
  inputOptions: { optimization: { inlineConst: true } },
  dts: true,
  sourcemap: true,
  outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
} as const;

/**
 * English as a whole, which a page loads on demand. It is built alone: what it shared with the first load of a page, esbuild
 * would put into that.
 */
const english = "whole-english";

export default defineConfig([
  {
    ...shared,
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
    plugins: [
      {
        name: "english-apart",
        resolveId: (id: string) => (id === `./${english}.ts` ? { id: `./${english}.js`, external: true } : undefined),
      },
    ],
  },
  { ...shared, entry: { [english]: `src/page/${english}.ts` }, dts: false, clean: false },
]);
