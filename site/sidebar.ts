// The order in which the pages are offered.
import { kinds } from "./stage/errors/kinds.ts";
import { referenceSlugs } from "./stage/reference.ts";
import { guideFiles } from "./stage/guides.ts";

interface Group {
  readonly label: string;
  readonly translations?: Readonly<Record<"zh-CN", string>>;
  readonly items: (string | Group)[];
  readonly collapsed?: boolean;
}

const guides = [
  "recording",
  "files",
  "speech-to-text",
  "channels",
  "react",
  "recipes",
  "sessions",
  "life-cycle",
  "server",
  "pages",
  "pipeline",
  "operations",
  "schemas",
  "testing",
  "test-runners",
  "devtools",
  "cli",
];
const production = ["production", "security", "authentication", "costs", "troubleshooting"];
const migrate = ["migrate/node-client", "migrate/fetch", "migrate/stt-v7"];
const start = [
  "quick-start",
  "quick-start/react-vite",
  "quick-start/nextjs",
  "quick-start/frameworks",
  "quick-start/deno",
  "quick-start/node",
  "quick-start/client",
  "live",
];
const errors = ["errors", "errors/numbers", "errors/messages"];

const elsewhere = [...start, ...production, ...migrate, ...errors];

/** Pages that have no place in `guides` yet come after those that have. */
function guideSlugs(): string[] {
  const slugs = new Set([...guideFiles().values()].filter(({ language }) => language === "en").map(({ slug }) => slug));
  const known = guides.filter((slug) => slugs.has(slug));
  return [...new Set([...known, ...slugs])].filter((slug) => slug !== "" && !elsewhere.includes(slug));
}

export const sidebar: readonly Group[] = [
  { label: "Start", translations: { "zh-CN": "开始" }, items: start },
  { label: "Guides", translations: { "zh-CN": "指南" }, items: guideSlugs() },
  { label: "In production", translations: { "zh-CN": "上线与运维" }, items: production },
  { label: "Moving here", translations: { "zh-CN": "迁移" }, items: migrate },
  { label: "Errors", translations: { "zh-CN": "错误" }, items: errors },
  {
    label: "Reference",
    translations: { "zh-CN": "API 参考" },
    items: referenceSlugs().map((item) => (typeof item === "string" ? item : { ...item, collapsed: true })),
    collapsed: true,
  },
  {
    label: "Each error",
    translations: { "zh-CN": "错误详解" },
    items: kinds.map((kind) => `errors/${kind}`),
    collapsed: true,
  },
];

/** The slugs of a group, those of the groups in it too. */
export const slugsIn = (items: Group["items"]): string[] =>
  items.flatMap((item) => (typeof item === "string" ? [item] : slugsIn(item.items)));
