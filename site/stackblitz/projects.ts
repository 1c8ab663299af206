// A live example as a project of its own: a folder that npm installs and StackBlitz opens.
import { posix } from "node:path";
import type { Project } from "../src/live/open-in-stackblitz.ts";
import type { Language } from "../stage/page.ts";
import { readFile } from "../stage/repository.ts";

interface Example {
  readonly file: string;
  readonly component: string;
}

/** By the names that pages use, as in live-example.tsx. */
const examples: Readonly<Record<string, Example>> = {
  recording: { file: "recorder", component: "RecordingExample" },
  lease: { file: "lease", component: "LeaseExample" },
  "lost-answer": { file: "recorder", component: "LostAnswerExample" },
  failover: { file: "recorder", component: "FailoverExample" },
  tabs: { file: "tabs", component: "TabsExample" },
  captions: { file: "captions", component: "CaptionsExample" },
  errors: { file: "refused", component: "RefusedExample" },
};

export const exampleNames = Object.keys(examples);

const live = "site/src/live";

const relativeImport = /(?:from|import) "(\.[^"]+)"/g;

/** The files of the site that these import, and the files that those import. */
function sourcesOf(...roots: readonly string[]): Map<string, string> {
  const sources = new Map<string, string>();
  const visit = (path: string) => {
    if (sources.has(path)) return;
    const text = readFile(path);
    sources.set(path, text);
    for (const [, target = ""] of text.matchAll(relativeImport)) visit(posix.join(posix.dirname(path), target));
  };
  for (const path of roots) visit(path);
  return sources;
}

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (path: string): Manifest => JSON.parse(readFile(`${path}package.json`));

/** What the site runs with, from npm. */
function packageJson(name: string): string {
  const react = manifestOf("site/").dependencies ?? {};
  const tools = manifestOf("").devDependencies ?? {};
  const own = ["core", "msw", "react"].map((each) => [
    `@agora-edge/${each}`,
    `^${manifestOf(`packages/${each}/`).version}`,
  ]);
  const taken = (from: Readonly<Record<string, string>>, ...names: string[]) =>
    Object.fromEntries(names.map((each) => [each, from[each]]));
  const manifest = {
    name: `agora-edge-${name}`,
    private: true,
    type: "module",
    scripts: { dev: "vite", build: "vite build" },
    dependencies: { ...Object.fromEntries(own), ...taken(react, "react", "react-dom") },
    devDependencies: taken(tools, "@types/react", "@types/react-dom", "@vitejs/plugin-react", "vite"),
    stackblitz: { startCommand: "npm run dev" },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const html = (name: string, language: Language) => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>agora-edge: ${name}</title>
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="/src/main.tsx"></script>
  </body>
</html>
`;

const main = ({ file, component }: Example, language: Language) => `import { createRoot } from "react-dom/client";
import { ${component} } from "./live/examples/${file}.tsx";
import { Runner } from "./live/runner.tsx";
import "./page.css";

// The service is in memory: nothing is sent anywhere, and no account is needed.
const root = document.getElementById("root");
if (root) createRoot(root).render(<Runner Example={${component}} language="${language}" />);
`;

const vite = `import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [react()] });
`;

const tsconfig = {
  compilerOptions: {
    target: "ES2022",
    lib: ["ES2023", "DOM", "DOM.Iterable"],
    module: "ESNext",
    moduleResolution: "Bundler",
    jsx: "react-jsx",
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    types: ["vite/client"],
  },
  include: ["src"],
};

/** The project of an example. Its `src/live` is the source that runs on the site. */
export function projectOf(name: string, language: Language): Project {
  const example = examples[name];
  if (!example) throw new Error(`There is no live example "${name}".`);
  const sources = sourcesOf(`${live}/examples/${example.file}.tsx`, `${live}/runner.tsx`);
  return {
    title: `agora-edge: ${name}`,
    files: {
      "package.json": packageJson(name),
      "index.html": html(name, language),
      "vite.config.js": vite,
      "tsconfig.json": `${JSON.stringify(tsconfig, null, 2)}\n`,
      "src/main.tsx": main(example, language),
      "src/page.css": readFile("site/stackblitz/page.css"),
      ...Object.fromEntries([...sources].map(([path, text]) => [path.replace(live, "src/live"), text])),
    },
  };
}
