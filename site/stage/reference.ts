// The reference: a page for each entry of the packages, made from the declarations that are published.
import type { Entry, ExportedSymbol, SymbolGroup } from "../reference/symbols.ts";
import { type Language, languages, type Page } from "./page.ts";
import { readFile } from "./repository.ts";

const groups: readonly SymbolGroup[] = ["functions", "components", "classes", "constants", "types"];

interface Words {
  readonly lead: (entry: string) => string;
  readonly groups: Record<SymbolGroup, string>;
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
    deprecated: "Deprecated",
  },
  "zh-CN": {
    lead: (entry) => `\`${entry}\` 的全部导出，由类型声明生成；说明文字与源码一致，为英文。`,
    groups: { functions: "函数", components: "组件", classes: "类", constants: "常量", types: "类型" },
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

function bodyOf(entry: Entry, language: Language): string {
  const word = words[language];
  const parts = groups.flatMap((group) => {
    const symbols = entry.symbols.filter((symbol) => symbol.group === group);
    if (symbols.length === 0) return [];
    return [`## ${word.groups[group]}`, ...symbols.map((symbol) => symbolPart(symbol, word))];
  });
  return [word.lead(entry.name), ...parts].join("\n\n");
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
