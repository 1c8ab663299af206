import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { BrowserContext } from "playwright";

const require = createRequire(import.meta.url);
const sheet = require.resolve("@fontsource-variable/noto-sans-sc/wght.css");
const place = "/fonts-of-the-test/";

/** Draws all text anew: letters whose font came after them stay empty boxes else. */
export const showChinese = ':root { font-family: sans-serif, "Noto Sans SC" }';

/** Gives a visitor Chinese letters, for pictures: the machine may have none. The page asks for this font by its name. */
export async function withChinese(visitor: BrowserContext): Promise<BrowserContext> {
  const css = readFileSync(sheet, "utf8")
    .replaceAll("Noto Sans SC Variable", "Noto Sans SC")
    .replaceAll("./files/", place);
  await visitor.route(`**${place}*`, (route) =>
    route.fulfill({ path: join(dirname(sheet), "files", basename(route.request().url())), contentType: "font/woff2" }),
  );
  await visitor.addInitScript((text) => {
    const style = Object.assign(document.createElement("style"), { textContent: text });
    document.addEventListener("DOMContentLoaded", () => document.head.append(style));
  }, css);
  return visitor;
}
