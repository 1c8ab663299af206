// A page with the hook, bundled by each program from the packages as they are published. It records in Chromium.
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../site/stage/repository.ts";
import { readGuide } from "../site/guides/guide.ts";
import { createSandbox, freePort, run, type Sandbox, writeFiles } from "../site/guides/sandbox.ts";
import { recordInChromium } from "../site/guides/visit.ts";

let sandbox: Sandbox;
let app: string;
let port: number;

const main = `import { createRoot } from "react-dom/client";
import App from "./page.tsx";
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
`;

/** With the React Compiler, which breaks the build at what it cannot compile. */
const webpackConfig = `import { resolve } from "node:path";
const presets = [["@babel/preset-react", { runtime: "automatic" }], "@babel/preset-typescript"];
const plugins = [["babel-plugin-react-compiler", { panicThreshold: "all_errors" }]];
export default {
  mode: "production",
  entry: "./main.tsx",
  output: { path: resolve("dist/webpack"), filename: "main.js", publicPath: "auto" },
  module: { rules: [{ test: /\\.tsx$/, loader: "babel-loader", options: { presets, plugins } }] },
  performance: { hints: false },
  stats: { modules: true, modulesSpace: 999, nestedModules: true, nestedModulesSpace: 999 },
};
`;

const html =
  '<!doctype html><html lang="en"><div id="root"></div><script type="module" src="main.js"></script></html>\n';

beforeAll(async () => {
  sandbox = await createSandbox();
  const ports = { 4010: await freePort(), 3000: await freePort() };
  port = ports[3000];
  const { files, packages } = readGuide("quick-start/node", ports);
  const babel = ["@babel/core@7", "@babel/preset-react@7", "@babel/preset-typescript@7", "babel-loader"];
  const bundlers = ["webpack", "webpack-cli", ...babel, "babel-plugin-react-compiler", "esbuild"];
  app = await sandbox.createApp("bundles", [...packages, "@agora-edge/react", "react", "react-dom", ...bundlers]);
  // The server of the guide, with these pages in place of its own.
  const server = String(files.get("server.mjs"));
  const pages = server.replace('serveStatic({ root: "./public" })', 'serveStatic({ root: "./dist" })');
  if (pages === server) throw new Error("The guide serves its pages from somewhere else now.");
  await writeFiles(app, [
    ...files,
    ["server.mjs", pages],
    ["page.tsx", String(readGuide("quick-start/react-vite").files.get("src/App.tsx"))],
    ["main.tsx", main],
    ["webpack.config.mjs", webpackConfig],
    ...["webpack", "esbuild", "bun"].map((name) => [`dist/${name}/index.html`, html] as const),
  ]);
  await sandbox.startFake(app, ports[4010]);
  await sandbox.start(app, /http:/, process.execPath, ["--env-file=.env", "server.mjs"]);
}, 300_000);
afterAll(() => sandbox.close());

const esbuild = ["--bundle", "--splitting", "--format=esm", "--minify", "--jsx=automatic", "--outdir=dist/esbuild"];
const bun = ["--splitting", "--minify", "--production", "--target=browser", "--outdir=dist/bun"];

test.each([
  ["webpack", /react\/.*compiler-runtime.*\.js/, "npx", ["webpack", "--config", "webpack.config.mjs"]],
  ["esbuild", /main\.js/, "npx", ["esbuild", "main.tsx", ...esbuild]],
  ["bun", /main\.js/, join(root, "node_modules", ".bin", "bun"), ["build", "./main.tsx", ...bun]],
])("%s: the bundle records", async (name, said, program, args) => {
  const { stdout, stderr } = await run(app, program, args, { NODE_ENV: "production" });
  expect(stdout + stderr).toMatch(said);
  expect(stdout + stderr).not.toMatch(/\bWARNING\b|^warn/m);
  await recordInChromium(`http://localhost:${port}/${name}/`);
});
