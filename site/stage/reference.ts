// The reference: a page for each entry of the packages, made from the declarations that are published. A large entry has a
// list of its symbols there, and a page for each topic.
import { inChinese, withChineseComments } from "../reference/comments.ts";
import { type EntryPoint, entryPoints } from "../reference/entries.ts";
import type { Entry, ExportedSymbol, SymbolGroup } from "../reference/symbols.ts";
import { terms } from "../reference/terms.ts";
import { type Topic, topics } from "../reference/topics.ts";
import { placeOf } from "./markdown.ts";
import { addressOf, type Language, languages, type Page } from "./page.ts";

const groups: readonly SymbolGroup[] = ["functions", "components", "classes", "constants", "types"];

interface Words {
  readonly lead: (entry: string) => string;
  /** Of a topic's page. */
  readonly topicLead: (entry: string, topic: string) => string;
  readonly overview: string;
  /** Below the lead of a page, with the address of the terms. */
  readonly seeTerms: (address: string) => string;
  readonly terms: { readonly title: string; readonly lead: string; readonly head: string };
  readonly groups: Record<SymbolGroup, string>;
  readonly topics: Record<Topic, string>;
  readonly rest: string;
  readonly nothing: (entry: string) => string;
  readonly deprecated: string;
}

const words: Record<Language, Words> = {
  en: {
    lead: (entry) => `Everything that \`${entry}\` exports, made from its types.`,
    topicLead: (entry, topic) => `What \`${entry}\` exports about ${topic}, made from its types.`,
    overview: "Overview",
    seeTerms: (address) => `Names such as \`cname\` mean the same everywhere: see [terms](${address}).`,
    terms: {
      title: "Terms",
      lead: "Names that mean the same in every type of the packages.",
      head: "| Name | Meaning |",
    },
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
    lead: (entry) => `\`${entry}\` 的全部导出，由类型声明生成。`,
    topicLead: (entry, topic) => `\`${entry}\` 中与“${topic}”有关的导出，由类型声明生成。`,
    overview: "概览",
    seeTerms: (address) => `\`cname\` 等名称在各处含义相同，见[术语](${address})。`,
    terms: { title: "术语", lead: "在所有类型中含义都相同的名称。", head: "| 名称 | 含义 |" },
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

/** `@agora-edge/core/locales/en` is at `reference/core-locales-en`. */
export const referenceSlug = (entry: string): string =>
  `reference/${entry.replace("@agora-edge/", "").replaceAll("/", "-").toLowerCase()}`;

/** `speechToText` of core is at `reference/core/speech-to-text`. */
export const topicSlug = (entry: string, topic: Topic): string =>
  `${referenceSlug(entry)}/${topic.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Text of a comment as Markdown: links to symbols are code, and nothing is a tag. */
const asMarkdown = (comment: string): string =>
  comment
    .replace(/\{@link ([^}]+)\}/g, "`$1`")
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll("<", "&lt;")))
    .join("");

/** With what is said of it in the language of the page. */
const localized = (symbol: ExportedSymbol, language: Language): ExportedSymbol =>
  language === "en"
    ? symbol
    : { ...symbol, summary: inChinese(symbol.summary), declaration: withChineseComments(symbol.declaration) };

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

const byKind = (symbols: readonly ExportedSymbol[], word: Words): Section[] =>
  groups.map((group) => ({
    title: word.groups[group],
    symbols: symbols.filter((symbol) => symbol.group === group),
  }));

/** By topic, where an entry has many symbols: what can be called comes first, types last. Otherwise by what a symbol is. */
function sectionsOf(symbols: readonly ExportedSymbol[], word: Words): Section[] {
  const isOf = (topic: Topic | undefined) => symbols.filter((symbol) => symbol.topic === topic);
  const own = topics.filter((topic) => isOf(topic).length > 0);
  if (own.length < 2 || symbols.length <= many) return byKind(symbols, word);
  return [
    ...own.map((topic) => ({ title: word.topics[topic], symbols: byGroup(isOf(topic)) })),
    { title: word.rest, symbols: byGroup(isOf(undefined)) },
  ];
}

const textOf = (sections: readonly Section[], word: Words): string[] =>
  sections
    .filter(({ symbols }) => symbols.length > 0)
    .flatMap(({ title, symbols }) => [`## ${title}`, ...symbols.map((symbol) => symbolPart(symbol, word))]);

interface Sheet {
  readonly slug: string;
  readonly title: string;
  readonly label?: string;
  readonly lead: string;
  readonly parts: readonly string[];
}

/** The whole entry on one page. */
const sheetOf = ({ name, symbols }: Entry, word: Words): Sheet => ({
  slug: referenceSlug(name),
  title: name,
  lead: symbols.length === 0 ? word.nothing(name) : word.lead(name),
  parts: textOf(sectionsOf(symbols, word), word),
});

const topicSheet = ({ name, symbols }: Entry, topic: Topic, word: Words): Sheet => {
  const own = symbols.filter((symbol) => symbol.topic === topic);
  const title = word.topics[topic];
  return {
    slug: topicSlug(name, topic),
    title: `${name}: ${title}`,
    label: title,
    lead: word.topicLead(name, title),
    parts: textOf(byKind(own, word), word),
  };
};

const firstSentence = (text: string): string =>
  /^.*?(?:[.!?](?=\s|$)|[。！？])/s.exec(text)?.[0].replace(/\s+/g, " ") ?? text;

/** Each symbol with its first sentence, as a link to where it is shown. */
function listOf(symbols: readonly ExportedSymbol[], address: string): string {
  const seen = new Map<string, number>();
  const lines = symbols.map(({ name, summary }) => {
    const place = placeOf(name);
    const count = seen.get(place) ?? 0;
    seen.set(place, count + 1);
    const link = `[\`${name}\`](${address}#${place}${count === 0 ? "" : `-${count}`})`;
    return summary ? `* ${link}: ${asMarkdown(firstSentence(summary))}` : `* ${link}`;
  });
  return lines.join("\n");
}

/** What an entry with pages for its topics has, and what has no topic. */
const overviewOf = (entry: Entry, own: readonly Topic[], word: Words, language: Language): Sheet => ({
  slug: referenceSlug(entry.name),
  title: entry.name,
  label: word.overview,
  lead: word.lead(entry.name),
  parts: [
    ...own.flatMap((topic) => {
      const symbols = byGroup(entry.symbols.filter((symbol) => symbol.topic === topic));
      const address = addressOf({ language, slug: topicSlug(entry.name, topic) });
      return [`## ${word.topics[topic]}`, symbols.length === 0 ? "" : listOf(symbols, address)];
    }),
    ...textOf([{ title: word.rest, symbols: entry.symbols.filter(({ topic }) => topic === undefined) }], word),
  ],
});

const sheetsOf = (entry: Entry, { topics: own }: EntryPoint, language: Language): Sheet[] => {
  const word = words[language];
  if (own.length === 0) return [sheetOf(entry, word)];
  return [overviewOf(entry, own, word, language), ...own.map((topic) => topicSheet(entry, topic, word))];
};

const termsSlug = "reference/terms";

const termsPage = (language: Language): Page => {
  const { title, lead, head } = words[language].terms;
  const rows = terms.map((term) => `| \`${term.name}\` | ${term[language]} |`);
  return {
    language,
    slug: termsSlug,
    title,
    description: lead,
    body: [lead, [head, "|---|---|", ...rows].join("\n")].join("\n\n"),
  };
};

/** Pages of the entries that were read; the others are there without their symbols. */
export function referencePages(entries: readonly Entry[]): Page[] {
  const pages = entryPoints().flatMap((point) => {
    const { symbols = [] } = entries.find(({ name }) => name === point.name) ?? {};
    return languages.flatMap((language) =>
      sheetsOf(
        { name: point.name, symbols: symbols.map((symbol) => localized(symbol, language)) },
        point,
        language,
      ).map(({ lead, parts, ...sheet }) => ({
        ...sheet,
        language,
        description: lead.replaceAll("`", ""),
        body: [
          lead,
          parts.length === 0 ? "" : words[language].seeTerms(addressOf({ language, slug: termsSlug })),
          ...parts,
        ]
          .filter(Boolean)
          .join("\n\n"),
      })),
    );
  });
  return [...languages.map(termsPage), ...pages];
}

/** Their slugs, those of a large entry together. */
export const referenceSlugs = (): (string | { readonly label: string; readonly items: string[] })[] => [
  termsSlug,
  ...entryPoints().map(({ name, topics: own }) =>
    own.length === 0
      ? referenceSlug(name)
      : { label: name, items: [referenceSlug(name), ...own.map((topic) => topicSlug(name, topic))] },
  ),
];
