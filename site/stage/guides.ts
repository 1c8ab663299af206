// Pages that people write: docs/*.md, docs/zh/*.md and the packages' READMEs.
import { sayGiven } from "../snippets/say-given.ts";
import { type PageOfFile, withSiteLinks } from "./links.ts";
import { describe, type Language, type Page, splitTitle } from "./page.ts";
import { find, readFile } from "./repository.ts";

type Place = Pick<Page, "language" | "slug">;

/** Files elsewhere that are pages too. */
const elsewhere: Record<string, string> = {
  "packages/react/README.md": "react",
  "packages/msw/README.md": "testing",
};

/** Shorter than the title, for lists. */
const labels: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    react: "React",
    recipes: "Other frameworks",
    testing: "Testing",
    sessions: "Sessions",
    "life-cycle": "Life cycle",
    server: "Server",
    pages: "Pages",
    files: "Files",
    pipeline: "Requests and middleware",
    errors: "All errors",
    "test-runners": "vitest, Jest, Playwright",
    devtools: "Devtools",
    production: "Check list",
    authentication: "Authentication",
    costs: "Costs and quotas",
    troubleshooting: "Where to look",
    "migrate/node-client": "From the Node client",
    "migrate/fetch": "From fetch",
    "migrate/stt-v7": "From v5, v6 to v7",
    "quick-start/react-vite": "React + Vite with a Worker",
    "quick-start/nextjs": "Next.js",
    "quick-start/frameworks": "React Router and others",
    "quick-start/deno": "Deno",
    "quick-start/node": "Node with Hono",
    "quick-start/client": "Only the client",
  },
  "zh-CN": {
    react: "React",
    recipes: "其他框架",
    sessions: "会话",
    "life-cycle": "生命周期",
    testing: "模拟服务与测试",
    server: "服务端",
    pages: "在页面中",
    errors: "全部错误",
    "test-runners": "vitest、Jest、Playwright",
    devtools: "开发者工具",
    production: "上线检查清单",
    authentication: "登录与授权",
    costs: "费用与额度",
    troubleshooting: "问题排查",
    "migrate/node-client": "从官方 Node 客户端",
    "migrate/fetch": "从手写 fetch",
    "migrate/stt-v7": "从 v5、v6 到 v7",
    "quick-start/react-vite": "React + Vite + Worker",
    "quick-start/nextjs": "Next.js",
    "quick-start/frameworks": "React Router 等框架",
    "quick-start/deno": "Deno",
    "quick-start/node": "Node + Hono",
    "quick-start/client": "只用客户端",
  },
};

/** Written for those who work on the packages: shown by the repository. */
const internal = /^docs\/(decisions\/|releases\.md)/;

function placeOf(path: string): Place {
  const language: Language = path.startsWith("docs/zh/") ? "zh-CN" : "en";
  const slug = path
    .replace(/^docs\/(zh\/)?/, "")
    .replace(/\.md$/, "")
    .replace(/(^|\/)README$/, "");
  return { language, slug };
}

/** Which page each file is. */
export function guideFiles(): PageOfFile {
  const docs = find("docs/**/*.md").filter((path) => !internal.test(path));
  return new Map<string, Place>([
    ...docs.map((path) => [path, placeOf(path)] as const),
    ...Object.entries(elsewhere).map(([path, slug]) => [path, { language: "en", slug } satisfies Place] as const),
  ]);
}

/** The pages of these files. A file of English stands for the Chinese page too, as long as that has none. */
export function guides(files: PageOfFile): Page[] {
  return [...files].map(([source, { language, slug }]) => {
    const { title, body } = splitTitle(readFile(source), source);
    const label = labels[language][slug];
    return {
      language,
      slug,
      title,
      ...(label === undefined ? {} : { label }),
      description: describe(body),
      body: withSiteLinks(sayGiven(body, language), source, language, files),
      source,
    };
  });
}
