// `<!-- live: recording -->` in a page is where an example runs.
import { posix } from "node:path";
import { addressOf, type Language, type Page } from "./page.ts";

const comment = /^<!-- live: ([\w-]+) -->$/gm;

/** Where the project of an example is, from the root of the site. */
export const projectFile = (name: string, language: Language): string => `stackblitz/${name}.${language}.json`;

/** Markdown as it is, or with components in place of the comments. */
export function withLiveExamples(page: Page): { text: string; extension: "md" | "mdx" } {
  const { body, language } = page;
  if (!comment.test(body)) return { text: body, extension: "md" };
  const from = addressOf(page);
  const errors = posix.relative(from, addressOf({ language, slug: "errors" }));
  const text = body.replace(
    comment,
    (_, name: string) =>
      `<div class="live-place" data-example="${name}"><LiveExample client:only="react" name="${name}" language="${language}" errors="${errors}/" project="${posix.relative(from, `/${projectFile(name, language)}`)}" /></div>`,
  );
  return { text: `import { LiveExample } from "/src/live/live-example.tsx";\n\n${text}`, extension: "mdx" };
}
