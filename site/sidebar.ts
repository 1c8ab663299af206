import { kinds } from "./stage/errors/kinds.ts";

// The order in which the pages are offered.

interface Group {
  readonly label: string;
  readonly translations: Readonly<Record<"zh-CN", string>>;
  readonly items: readonly string[];
  readonly collapsed?: boolean;
}

export const sidebar: readonly Group[] = [
  {
    label: "Guides",
    translations: { "zh-CN": "指南" },
    items: [
      "recording",
      "files",
      "speech-to-text",
      "channels",
      "react",
      "sessions",
      "life-cycle",
      "server",
      "security",
      "pipeline",
      "testing",
    ],
  },
  { label: "Errors", translations: { "zh-CN": "错误" }, items: ["errors", "errors/numbers", "errors/messages"] },
  {
    label: "Each error",
    translations: { "zh-CN": "错误详解" },
    items: kinds.map((kind) => `errors/${kind}`),
    collapsed: true,
  },
];
