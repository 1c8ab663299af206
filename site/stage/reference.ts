// The reference: a page for each entry of the packages, made from the declarations that are published.
import type { Entry, ExportedSymbol, SymbolGroup } from "../reference/symbols.ts";
import { type Topic, topics } from "../reference/topics.ts";
import { type Language, languages, type Page } from "./page.ts";
import { readFile } from "./repository.ts";

const groups: readonly SymbolGroup[] = ["functions", "components", "classes", "constants", "types"];

interface Words {
  readonly lead: (entry: string) => string;
  readonly groups: Record<SymbolGroup, string>;
  readonly topics: Record<Topic, string>;
  readonly rest: string;
  readonly nothing: (entry: string) => string;
  readonly deprecated: string;
}

const words: Record<Language, Words> = {
  en: {
    lead: (entry) => `Everything that \`${entry}\` exports, made from its types.`,
    groups: {
      functions: "Functions",
      components: "Components",
      classes: "Classes",
      constants: "Constants",
      types: "Types",
    },
    topics: {
      client: "The client",
      recording: "Cloud Recording",
      speechToText: "Speech-to-Text",
      channels: "Channels",
      sessions: "Sessions",
      errors: "Errors and states",
      requests: "Requests, repeats and limits",
      proxy: "The proxy",
      notifications: "Notifications",
      supervision: "Supervision",
      tokens: "Tokens",
    },
    rest: "Others",
    nothing: (entry) =>
      `\`${entry}\` exports nothing: importing it adds the [matchers](/reference/msw-matchers/) to \`expect\`.`,
    deprecated: "Deprecated",
  },
  "zh-CN": {
    lead: (entry) => `\`${entry}\` 的全部导出，由类型声明生成；说明文字与源码一致，为英文。`,
    groups: { functions: "函数", components: "组件", classes: "类", constants: "常量", types: "类型" },
    topics: {
      client: "客户端",
      recording: "云端录制",
      speechToText: "实时转录翻译",
      channels: "频道管理",
      sessions: "会话",
      errors: "错误与状态",
      requests: "请求、重试与限流",
      proxy: "代理",
      notifications: "消息通知",
      supervision: "服务端托管",
      tokens: "token",
    },
    rest: "其他",
    nothing: (entry) => `\`${entry}\` 没有导出：导入它即可为 \`expect\` 添加[匹配器](/zh/reference/msw-matchers/)。`,
    deprecated: "已废弃",
  },
};

/** Every entry of the packages, without what is in it. */
export const entryNames = (): string[] =>
  ["core", "react", "msw"].flatMap((name) => {
    const manifest: { name: string; exports: Record<string, string | { types?: string }> } = JSON.parse(
      readFile(`packages/${name}/package.json`),
    );
    return Object.entries(manifest.exports)
      .filter(([, target]) => typeof target === "object" && target.types)
      .map(([path]) => manifest.name + path.slice(1));
  });

/** `@agora-edge/core/locales/en` is at `reference/core-locales-en`. */
export const referenceSlug = (entry: string): string =>
  `reference/${entry.replace("@agora-edge/", "").replaceAll("/", "-").toLowerCase()}`;

/** Text of a comment as Markdown: links to symbols are code, and nothing is a tag. */
const asMarkdown = (comment: string): string =>
  comment
    .replace(/\{@link ([^}]+)\}/g, "`$1`")
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll("<", "&lt;")))
    .join("");

const symbolPart = ({ name, summary, declaration, isDeprecated }: ExportedSymbol, { deprecated }: Words): string =>
  [
    `### \`${name}\``,
    ...(isDeprecated ? [`*${deprecated}*`] : []),
    ...(summary ? [asMarkdown(summary)] : []),
    `\`\`\`ts\n${declaration}\n\`\`\``,
  ].join("\n\n");

interface Section {
  readonly title: string;
  readonly symbols: readonly ExportedSymbol[];
}

const byGroup = (symbols: readonly ExportedSymbol[]): ExportedSymbol[] =>
  groups.flatMap((group) => symbols.filter((symbol) => symbol.group === group));

const many = 20;

/** By topic, where an entry has many symbols: what can be called comes first, types last. Otherwise by what a symbol is. */
function sectionsOf({ symbols }: Entry, word: Words): Section[] {
  const isOf = (topic: Topic | undefined) => symbols.filter((symbol) => symbol.topic === topic);
  const own = topics.filter((topic) => isOf(topic).length > 0);
  const sections =
    own.length > 1 && symbols.length > many
      ? [
          ...own.map((topic) => ({ title: word.topics[topic], symbols: byGroup(isOf(topic)) })),
          { title: word.rest, symbols: byGroup(isOf(undefined)) },
        ]
      : groups.map((group) => ({
          title: word.groups[group],
          symbols: symbols.filter((symbol) => symbol.group === group),
        }));
  return sections.filter((section) => section.symbols.length > 0);
}

function bodyOf(entry: Entry, language: Language): string {
  const word = words[language];
  const parts = sectionsOf(entry, word).flatMap(({ title, symbols }) => [
    `## ${title}`,
    ...symbols.map((symbol) => symbolPart(symbol, word)),
  ]);
  return [parts.length === 0 ? word.nothing(entry.name) : word.lead(entry.name), ...parts].join("\n\n");
}

/** Pages of the entries that were read; the others are there without their symbols. */
export function referencePages(entries: readonly Entry[]): Page[] {
  return entryNames().flatMap((name) => {
    const entry = entries.find((one) => one.name === name) ?? { name, symbols: [] };
    return languages.map((language) => ({
      language,
      slug: referenceSlug(name),
      title: name,
      description: words[language].lead(name),
      body: bodyOf(entry, language),
    }));
  });
}
