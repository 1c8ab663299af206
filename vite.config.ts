import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { msw } from "msw/vite";
import type { TestProjectInlineConfiguration, ViteUserConfig } from "vitest/config";
import { findChromium } from "./test/browser/find-chromium.ts";
import { agoraProxy } from "./test/browser/proxy.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Unit tests read the sources. `test/runtimes`, `test/edge` and `test/browser` go without: they run what is built. */
export const sources = [
  { find: /^@agora-edge\/core$/, replacement: path("packages/core/src/index.ts") },
  { find: /^@agora-edge\/core\/(.*)$/, replacement: `${path("packages/core/src/")}$1.ts` },
  { find: /^@agora-edge\/react$/, replacement: path("packages/react/src/index.ts") },
  { find: /^@agora-edge\/msw$/, replacement: path("packages/msw/src/index.ts") },
  { find: /^@agora-edge\/msw\/(.*)$/, replacement: `${path("packages/msw/src/")}$1.ts` },
];

const oldReact = (name: string) => ({
  find: new RegExp(`^${name}(?=/|$)`),
  replacement: path(`test/react-18/node_modules/${name}`),
});

const reactTests = ["packages/react/src/**/*.test.tsx"];

const browser = async (): Promise<TestProjectInlineConfiguration> => ({
  // The service worker of MSW is served as its package has it.
  plugins: [agoraProxy("/api/agora", "from-chromium"), msw({ mode: "worker-only" })],
  // Found while the tests run, they would make the page reload.
  optimizeDeps: {
    include: [
      "ky",
      "valibot",
      "msw",
      "msw/browser",
      "react",
      "react/jsx-runtime",
      "react/jsx-dev-runtime",
      "react-dom",
      "react-dom/client",
      "@agora-edge/core > @bufbuild/protobuf/wire",
    ],
  },
  test: {
    name: "browser",
    include: ["test/browser/*.test.{ts,tsx}"],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: await findChromium() }),
      instances: [{ browser: "chromium" }],
    },
  },
});

export default async function config(): Promise<ViteUserConfig> {
  return {
    test: {
      projects: [
        {
          resolve: { alias: sources },
          test: {
            name: "node",
            environment: "node",
            include: ["packages/{core,msw}/src/**/*.test.ts", "test/*/*.test.ts"],
            exclude: ["test/{runtimes,edge,browser}/**", "**/*.full.test.ts"],
            typecheck: { enabled: true, include: ["packages/*/src/**/*.test-d.ts"], tsconfig: "./tsconfig.json" },
          },
        },
        {
          plugins: [react()],
          resolve: { alias: sources },
          test: { name: "jsdom", environment: "jsdom", include: reactTests, env: { REACT_MAJOR: "19" } },
        },
        {
          plugins: [react()],
          resolve: { alias: [...sources, ...["react", "react-dom", "@testing-library/react"].map(oldReact)] },
          test: {
            name: "jsdom, React 18",
            environment: "jsdom",
            include: reactTests,
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
            include: ["test/runtimes/*.test.ts"],
            exclude: ["**/*.full.test.ts"],
          },
        },
        await browser(),
      ],
    },
  };
}
