import { defineConfig } from "tsdown";

const common = {
  format: "esm",
  target: "es2022",
  sourcemap: true,
  dts: false,
  outExtensions: () => ({ js: ".js" }),
} as const;

/** The command, and the script of the page that `play` opens, which carries hls.js. */
export default defineConfig([
  { ...common, entry: { bin: "src/bin.ts" }, platform: "node" },
  {
    ...common,
    entry: { player: "src/play/player.ts" },
    platform: "browser",
    minify: true,
    sourcemap: false,
    deps: { alwaysBundle: ["hls.js"] },
    // The first one has emptied the folder.
    clean: false,
  },
]);
