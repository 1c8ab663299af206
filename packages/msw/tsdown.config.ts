import { defineConfig } from "tsdown";

/** The fake itself runs everywhere; only the server and the command need Node, whose modules stay imports. */
export default defineConfig({
  entry: [
    "src/index.ts",
    "src/fake.ts",
    "src/matchers.ts",
    "src/vitest.ts",
    "src/jest.ts",
    "src/node.ts",
    "src/cli.ts",
  ],
  format: "esm",
  platform: "neutral",
  target: "es2022",
  dts: true,
  sourcemap: true,
  deps: { neverBundle: [/^node:/] },
  outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
});
