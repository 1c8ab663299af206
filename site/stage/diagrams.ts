import { drawDiagram } from "../diagram/svg.ts";
import { splitCode } from "./markdown.ts";

const opening = "```mermaid\n";

/** Blocks of Mermaid become pictures. The Markdown twins keep them as text. */
export function withDiagrams(markdown: string, title: string): string {
  let count = 0;
  return splitCode(markdown)
    .map(({ isCode, text }) => {
      if (!isCode || !text.startsWith(opening)) return text;
      count += 1;
      return drawDiagram(text.slice(opening.length, text.lastIndexOf("```")), title, `arrow-${count}`);
    })
    .join("\n");
}
