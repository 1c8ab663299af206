const fence = /^( *)(`{3,}|~{3,})/;

/** Applies `change` to what is outside of blocks of code and of code in a line, and leaves the code as it is. */
export function outsideOfCode(markdown: string, change: (text: string) => string): string {
  return splitCode(markdown)
    .map(({ isCode, text }) => (isCode ? text : changeLines(text, change)))
    .join("\n");
}

// A link may have code for its text, so only code that stands outside of brackets is left out.
const inlineCode = /((?<!\[[^\]]*)`[^`\n]+`)/;

const changeLines = (text: string, change: (text: string) => string): string =>
  text
    .split(inlineCode)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join("");

/** Blocks of code and what is between them, in their order. */
export function splitCode(markdown: string): { isCode: boolean; text: string }[] {
  const parts: { isCode: boolean; text: string }[] = [];
  let lines: string[] = [];
  let open: string | undefined;
  const finish = (isCode: boolean) => {
    if (lines.length > 0) parts.push({ isCode, text: lines.join("\n") });
    lines = [];
  };
  for (const line of markdown.split("\n")) {
    const mark = fence.exec(line)?.[2];
    if (open === undefined && mark !== undefined) {
      finish(false);
      open = mark;
      lines.push(line);
    } else {
      lines.push(line);
      if (open !== undefined && mark !== undefined && mark.startsWith(open) && line.trim() === mark) {
        finish(true);
        open = undefined;
      }
    }
  }
  finish(open !== undefined);
  return parts;
}

/** The places of a text that links can lead to, as GitHub and the site name them. */
export function placesIn(markdown: string): Set<string> {
  const seen = new Map<string, number>();
  const places = new Set<string>();
  for (const { isCode, text } of splitCode(markdown)) {
    if (isCode) continue;
    for (const [, heading = ""] of text.matchAll(/^#{1,6} (.+)$/gm)) {
      const name = placeOf(heading);
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      places.add(count === 0 ? name : `${name}-${count}`);
    }
    for (const [, id = ""] of text.matchAll(/<a id="([^"]+)">/g)) places.add(id);
  }
  return places;
}

/** A heading's name in an address. */
export const placeOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
