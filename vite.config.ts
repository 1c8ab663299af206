import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import type { TestProjectInlineConfiguration, ViteUserConfig } from "vitest/config";
import { type Chromium, findChromium } from "./test/browser/find-chromium.ts";
import { otherOrigin } from "./test/browser/other-origin.ts";
import { playback } from "./test/browser/playback-stage.ts";
import { agoraProxy } from "./test/browser/proxy.ts";
import { redirects } from "./test/browser/redirects.ts";
import { workerScript } from "./test/browser/worker-script.ts";
import { compileSvelte } from "./test/recipes/compile-svelte.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** For examples/react-app, which knows no other Chromium than Playwright's. */
    chromium: Chromium;
  }
}

/** By default one core is left for the program that watches the files. One number for all who run at the same time. */
const maxWorkers = availableParallelism();

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Unit tests read the sources. `test/runtimes`, `test/edge` and `test/browser` go without: they run what is built. */
export const sources = [
  { find: /^@agora-edge\/core$/, replacement: path("packages/core/src/index.ts") },
  { find: /^@agora-edge\/core\/(.*)$/, replacement: `${path("packages/core/src/")}$1.ts` },
  { find: /^@agora-edge\/react$/, replacement: path("packages/react/src/index.ts") },
  { find: /^@agora-edge\/react\/devtools(?:\/production)?$/, replacement: path("packages/react/src/devtools.ts") },
  { find: /^@agora-edge\/msw$/, replacement: path("packages/msw/src/index.ts") },
  { find: /^@agora-edge\/msw\/(.*)$/, replacement: `${path("packages/msw/src/")}$1.ts` },
];

const oldReact = (name: string) => ({
  find: new RegExp(`^${name}(?=/|$)`),
  replacement: path(`test/react-18/node_modules/${name}`),
});

/** All entries of MSW, for our sources as for tests. */
const oldMsw = { find: /^msw(?=\/|$)/, replacement: path("test/msw-2/node_modules/msw") };

/** Of all that compute, the file that takes by far the longest. */
const histories = "test/sessions/model.test.ts";

const reactTests = ["packages/react/src/**/*.test.tsx", "test/msw/*.test.tsx"];

/**
 * For what only computes. Its files share threads, as most would take longer to start than to run; and they come after
 * those that wait for other processes, which must not be kept waiting in turn.
 */
const computing = {
  pool: "threads",
  isolate: false,
  setupFiles: path("test/tidy.ts"),
  // Nothing here waits on real time: a test that takes longer hangs, on a busy machine too.
  testTimeout: 120_000,
  sequence: { groupOrder: 1 },
} as const;

const browser = async (name: string, include: string[]): Promise<TestProjectInlineConfiguration> => ({
  test: {
    name,
    include,
    // Minutes of the fake's clock, second by second, take seconds in Chromium.
    testTimeout: 120_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: await findChromium() }),
      instances: [{ browser: "chromium" }],
    },
  },
});

// Found while the tests run, dependencies would make the page reload.
const bundled = ["hls.js", "ky", "valibot", "msw", "msw/browser", "@agora-edge/core > @bufbuild/protobuf/wire"];
const bundledReact = ["react", "react/jsx-runtime", "react/jsx-dev-runtime", "react-dom", "react-dom/client"];

/** For the recipes of `docs/recipes.md`. */
const bundledFrameworks = [
  "vue",
  "solid-js",
  "solid-js/web",
  "preact",
  "preact/hooks",
  "@preact/signals",
  "svelte",
  "svelte/reactivity",
  "svelte/internal/client",
  "svelte/internal/disclose-version",
];

const browsers = async (): Promise<TestProjectInlineConfiguration[]> => [
  {
    ...(await browser("browser", ["test/browser/*.test.{ts,tsx}"])),
    plugins: [
      agoraProxy("/api/agora", "from-chromium"),
      workerScript(path("node_modules/msw")),
      redirects("/redirects"),
      playback("/playback"),
      otherOrigin("/other-origin"),
      compileSvelte(),
    ],
    define: {
      MSW_MAJOR: JSON.stringify("3"),
      // Else Vue says in each run that nobody has set them.
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    optimizeDeps: { include: [...bundled, ...bundledReact, ...bundledFrameworks] },
  },
  {
    ...(await browser("browser, MSW 2", ["test/browser/msw.test.ts"])),
    plugins: [workerScript(path("test/msw-2/node_modules/msw"))],
    resolve: { alias: [oldMsw] },
    define: { MSW_MAJOR: JSON.stringify("2") },
    optimizeDeps: { include: bundled },
  },
];

export default async function config(): Promise<ViteUserConfig> {
  const chromium = await findChromium();
  return {
    test: {
      maxWorkers,
      projects: [
        {
          resolve: { alias: sources },
          test: {
            ...computing,
            name: "node",
            environment: "node",
            include: ["packages/{core,msw,cli,create}/src/**/*.test.ts", "test/*/*.test.ts"],
            exclude: ["test/{runtimes,types,edge,browser}/**", "**/*.full.test.ts", histories],
            typecheck: { enabled: true, include: ["packages/*/src/**/*.test-d.ts"], tsconfig: "./tsconfig.json" },
            env: { MSW_MAJOR: "3" },
          },
        },
        {
          resolve: { alias: sources },
          // Projects come in the order of their names: begun last, this one would end alone, on one core.
          test: { ...computing, name: "histories", environment: "node", include: [histories] },
        },
        {
          resolve: { alias: sources },
          // The sessions once more, as pages have them: through the page client and the proxy.
          test: {
            ...computing,
            name: "pages",
            environment: "node",
            include: ["test/sessions/*.test.ts"],
            // They make clients of their own.
            exclude: ["**/*.full.test.ts", histories, "test/sessions/{histories,many}.test.ts"],
            env: { SESSIONS_OF: "page" },
          },
        },
        {
          resolve: { alias: [...sources, oldMsw] },
          test: {
            ...computing,
            name: "node, MSW 2",
            environment: "node",
            include: ["test/msw/node.test.ts"],
            env: { MSW_MAJOR: "2" },
          },
        },
        {
          plugins: [react()],
          resolve: { alias: sources },
          test: {
            ...computing,
            name: "jsdom",
            environment: "jsdom",
            include: reactTests,
            env: { REACT_MAJOR: "19" },
          },
        },
        {
          plugins: [react()],
          resolve: { alias: [...sources, ...["react", "react-dom", "@testing-library/react"].map(oldReact)] },
          test: {
            ...computing,
            name: "jsdom, React 18",
            environment: "jsdom",
            include: reactTests,
            // It has no <Activity>.
            exclude: ["packages/react/src/activity.test.tsx"],
            // Not left to Node, which would find it the React of the workspace.
            server: { deps: { inline: [/@testing-library/] } },
            env: { REACT_MAJOR: "18" },
          },
        },
        {
          test: {
            name: "edge",
            environment: "edge-runtime",
            include: ["test/edge/*.test.ts"],
            globalSetup: "./test/edge/setup.ts",
          },
        },
        {
          test: {
            name: "runtimes",
            environment: "node",
            include: ["test/{runtimes,types}/*.test.ts"],
            exclude: ["**/*.full.test.ts"],
          },
        },
        ...(await browsers()),
        // On what is built, with the configuration that its reader would copy.
        ...["hono-validation", "msw-tests", "own-ky", "react-app"].map((name) => ({
          extends: path(`examples/${name}/vitest.config.ts`),
          root: path(`examples/${name}`),
          test: { name: `example: ${name}`, maxWorkers, ...(name === "react-app" ? { provide: { chromium } } : {}) },
        })),
      ],
    },
  };
}
