// Links of the Markdown files, which lead to files, become links of the site, which lead to pages.
import { posix } from "node:path";
import { outsideOfCode } from "./markdown.ts";
import { addressOf, type Language, type Page } from "./page.ts";
import { exists, repositoryUrl } from "./repository.ts";

/** Which page a file is shown on. */
export type PageOfFile = ReadonlyMap<string, Pick<Page, "language" | "slug">>;

const linkPattern = /(\]\()([^)\s]+)(\))/g;

const isOutside = (target: string): boolean => /^[a-z][a-z+.-]*:/i.test(target);

/** Every target of a link or picture that is written in the text, as it is written. */
export function linksIn(markdown: string): string[] {
  const links: string[] = [];
  outsideOfCode(markdown, (text) => {
    for (const [, , target = ""] of text.matchAll(linkPattern)) links.push(target);
    return text;
  });
  return links;
}

/** Files of this repository by their whole address, as the pages of a registry need them. */
const ownFile = new RegExp(`^${repositoryUrl}/(?:blob|tree)/main/`);

/** Where a link of one file leads: the file or folder, and the place in it. */
export function resolveLink(source: string, target: string): { path: string; hash: string } | undefined {
  if (ownFile.test(target)) {
    const [path = "", hash = ""] = target.replace(ownFile, "").split("#");
    return { path, hash };
  }
  if (isOutside(target) || target.startsWith("/")) return undefined;
  const [path = "", hash = ""] = target.split("#");
  return { path: path === "" ? source : posix.normalize(posix.join(posix.dirname(source), path)), hash };
}

function siteLink(source: string, target: string, language: Language, pages: PageOfFile): string {
  const link = resolveLink(source, target);
  if (!link) return target;
  const { path, hash } = link;
  const place = hash === "" ? "" : `#${hash}`;
  if (path === source) return place;
  const page = pages.get(path) ?? pages.get(posix.join(path, "README.md"));
  if (page) return addressOf({ slug: page.slug, language: page.language === "en" ? language : page.language }) + place;
  if (!exists(path)) throw new Error(`${source} links to ${path}, which does not exist.`);
  const view = posix.extname(path) === "" ? "tree" : "blob";
  return `${repositoryUrl}/${view}/main/${path.replace(/\/$/, "")}${place}`;
}

/** The same text with the links of the site. */
export const withSiteLinks = (markdown: string, source: string, language: Language, pages: PageOfFile): string =>
  outsideOfCode(markdown, (text) =>
    text.replace(
      linkPattern,
      (_, before: string, target: string, after: string) => before + siteLink(source, target, language, pages) + after,
    ),
  );
