export const languages = ["en", "zh-CN"] as const;
export type Language = (typeof languages)[number];

/** A page of the site, in Markdown. */
export interface Page {
  readonly language: Language;
  /** The address without language: `errors/resource-expired`; the home page has none. */
  readonly slug: string;
  readonly title: string;
  /** In lists of pages, where it is not the title. */
  readonly label?: string;
  readonly description: string;
  /** Markdown without the title. Links lead to other pages as `/slug/`, with the language before it. */
  readonly body: string;
  /** The file that it is made from, from the root of the repository; none for a page made from data. */
  readonly source?: string;
}

const folders: Record<Language, string> = { en: "", "zh-CN": "zh" };

/** Language and slug: `zh/errors/resource-expired`. */
export const pathOf = ({ language, slug }: Pick<Page, "language" | "slug">): string =>
  [folders[language], slug].filter(Boolean).join("/");

/** The address from the root of the site. */
export const addressOf = (page: Pick<Page, "language" | "slug">): string => {
  const path = pathOf(page);
  return path === "" ? "/" : `/${path}/`;
};

const withoutMarks = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*`]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** The first paragraph of text, for search engines and lists. */
export function describe(body: string): string {
  const isText = (block: string) => /^[\p{L}*`[“"]/u.test(block.trim());
  const paragraph = withoutMarks(body.split(/\n{2,}/).find(isText) ?? "");
  if (paragraph.length <= 160) return paragraph;
  const cut = paragraph.slice(0, 160);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 80))}…`;
}

/** Splits a file into its title, which is its first heading, and the rest. */
export function splitTitle(markdown: string, path: string): { title: string; body: string } {
  const match = /^# (.+)\n/m.exec(markdown);
  if (!match?.[1]) throw new Error(`${path} has no heading of the first level.`);
  const body = markdown.slice(0, match.index) + markdown.slice(match.index + match[0].length);
  return { title: withoutMarks(match[1]), body: body.trim() };
}
