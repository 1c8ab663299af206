// The smallest app of each framework: what its own template would bring beside the files of our guide.
import { readGuide } from "../site/guides/guide.ts";
import { newestOf } from "./newest.ts";

export interface App {
  /** Beside our packages. */
  readonly packages: () => Promise<readonly string[]>;
  /** Where the guide puts the files that are for this framework alone. */
  readonly own: RegExp;
  /** What the template of the framework brings, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly build: readonly (readonly string[])[];
  /** A script in the app, and its arguments. The port is in `PORT`, too. */
  readonly start: (port: number) => readonly [script: string, ...args: string[]];
  readonly ready: RegExp;
}

const tsconfig = (more: object, include: readonly string[]): string => {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    jsx: "react-jsx",
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable"],
    module: "esnext",
    moduleResolution: "bundler",
    allowImportingTsExtensions: true,
    verbatimModuleSyntax: true,
    types: ["node", "vite/client"],
    ...more,
  };
  return JSON.stringify({ compilerOptions, include });
};

const withTypes = ["typescript", "@types/node"];
const withReact = ["react", "react-dom", "@types/react", "@types/react-dom", ...withTypes];

/** A component, exported by default, that records. */
const page = String(readGuide("quick-start/react-vite").files.get("src/App.tsx"));

const reactRouter: App = {
  async packages() {
    // They are published together, and ask for each other by the exact version.
    const version = await newestOf("@react-router/serve");
    const names = ["react-router", "@react-router/dev", "@react-router/node", "@react-router/serve"];
    return [...names.map((name) => `${name}@${version}`), "vite", "isbot", ...withReact];
  },
  own: /^app\//,
  files: {
    "vite.config.ts": `import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";
export default defineConfig({ plugins: [reactRouter()] });
`,
    "react-router.config.ts": `import type { Config } from "@react-router/dev/config";
export default { ssr: true } satisfies Config;
`,
    "app/root.tsx": `import { Outlet, Scripts } from "react-router";
export default function App() {
  return <html lang="en"><body><Outlet /><Scripts /></body></html>;
}
`,
    "app/routes/home.tsx": page,
    "tsconfig.json": tsconfig({ rootDirs: [".", "./.react-router/types"] }, ["app", "*.ts", ".react-router/types"]),
  },
  build: [
    ["npx", "react-router", "typegen"],
    ["npx", "tsc"],
    ["npx", "react-router", "build"],
  ],
  start: () => ["node_modules/@react-router/serve/bin.cjs", "build/server/index.js"],
  ready: /http:/,
};

const tanstackStart: App = {
  packages: async () => [
    "@tanstack/react-start",
    "@tanstack/react-router",
    "vite",
    "@vitejs/plugin-react",
    ...withReact,
  ],
  own: /\$\.ts$/,
  files: {
    "vite.config.ts": `import { tanstackStart } from "@tanstack/react-start/plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
export default defineConfig({ plugins: [tanstackStart(), react()] });
`,
    "src/router.tsx": `import { createRouter } from "@tanstack/react-router";
import { routeTree } from "./routeTree.gen.ts";
export const getRouter = () => createRouter({ routeTree });
`,
    "src/routes/__root.tsx": `import { createRootRoute, Outlet, Scripts } from "@tanstack/react-router";
export const Route = createRootRoute({
  component: () => <html lang="en"><body><Outlet /><Scripts /></body></html>,
});
`,
    "src/routes/index.tsx": `import { createFileRoute } from "@tanstack/react-router";
import App from "../page.tsx";
export const Route = createFileRoute("/")({ component: App });
`,
    "src/page.tsx": page,
    "tsconfig.json": tsconfig({}, [
      "src/router.tsx",
      "src/routes/__root.tsx",
      "src/routes/index.tsx",
      "src/routes/api",
    ]),
  },
  // The build writes the tree of routes, which the types need.
  build: [
    ["npx", "vite", "build"],
    ["npx", "tsc"],
  ],
  start: (port) => ["node_modules/vite/bin/vite.js", "preview", "--port", String(port), "--strictPort"],
  ready: /http:/,
};

const astro: App = {
  packages: async () => ["astro", "@astrojs/node", "@astrojs/react", ...withReact],
  own: /^src\/pages\//,
  files: {
    "astro.config.mjs": `import node from "@astrojs/node";
import react from "@astrojs/react";
import { defineConfig } from "astro/config";
export default defineConfig({ adapter: node({ mode: "standalone" }), integrations: [react()] });
`,
    "src/pages/index.astro": `---
import App from "../page.tsx";
---
<html lang="en"><body><App client:load /></body></html>
`,
    "src/page.tsx": page,
    "tsconfig.json": tsconfig({ types: ["node", "astro/client"] }, ["src/page.tsx", "src/pages/api"]),
  },
  build: [
    ["npx", "tsc"],
    ["npx", "astro", "build"],
  ],
  start: () => ["dist/server/entry.mjs"],
  ready: /listening/i,
};

const recipes = readGuide("recipes").files;

const svelteKit: App = {
  packages: async () => [
    "svelte",
    "@sveltejs/kit",
    "@sveltejs/adapter-node",
    "@sveltejs/vite-plugin-svelte",
    "vite",
    "svelte-check",
    "@types/node",
    // The newest that it takes.
    "typescript@6",
  ],
  own: /\+/,
  files: {
    "vite.config.ts": `import adapter from "@sveltejs/adapter-node";
import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";
export default defineConfig({ plugins: [sveltekit({ adapter: adapter() })] });
`,
    "src/app.html": `<!doctype html>
<html lang="en"><head>%sveltekit.head%</head><body><div>%sveltekit.body%</div></body></html>
`,
    "src/lib/recording-store.ts": String(recipes.get("recording-store.ts")),
    "src/lib/svelte.ts": String(recipes.get("svelte.ts")),
    "tsconfig.json": JSON.stringify({
      extends: "$app/tsconfig",
      compilerOptions: { types: ["$app/types", "node"] },
      include: ["src", "*.ts"],
    }),
  },
  build: [
    ["npx", "svelte-kit", "sync"],
    ["npx", "svelte-check"],
    ["npx", "vite", "build"],
  ],
  start: () => ["build/index.js"],
  ready: /http:/,
};

export const apps: Readonly<Record<string, App>> = {
  "React Router": reactRouter,
  "TanStack Start": tanstackStart,
  Astro: astro,
  SvelteKit: svelteKit,
};
