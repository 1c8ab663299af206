// The site works in whatever folder it is put: no address in it begins at the root of a host.
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { Plugin } from "vite";

const tag = /<[a-z][^>]*>/gi;
const address = / (href|src|value|component-url|renderer-url|before-hydration-url)="\/(?!\/)([^"]*)"/g;

/** The same page with addresses that begin at the page. */
function withRelativeAddresses(html: string, path: string): string {
  const top = posix.relative(posix.dirname(`/${path}`), "/");
  const from = top === "" ? "./" : `${top}/`;
  return (
    html
      .replace(tag, (whole) => whole.replace(address, (_, name: string, rest: string) => ` ${name}="${from}${rest}"`))
      // Wide tables scroll by themselves, by keyboard too.
      .replaceAll("<table>", '<table tabindex="0">')
      // Of the list of languages: a path must not be relative, an address may.
      .replaceAll("window.location.pathname=", "window.location.href=")
  );
}

const siteOfScript = String.raw`new URL(import.meta.url).pathname.replace(/_astro\/[^/]*$/, "")`;

/** Scripts stand in a folder of the site, and find the site from there. */
const scripts: Plugin = {
  name: "scripts-in-any-folder",
  enforce: "pre",
  transform(code, id) {
    if (!id.includes("Search.astro") || !code.includes("import.meta.env.BASE_URL")) return null;
    return { code: code.replaceAll("import.meta.env.BASE_URL", siteOfScript), map: null };
  },
};

const renderBuiltUrl = (_: string, { hostType }: { hostType: string }) =>
  hostType === "html" ? undefined : { relative: true };

export const anyFolder: AstroIntegration = {
  name: "any-folder",
  hooks: {
    "astro:config:setup": ({ command, updateConfig }) => {
      if (command !== "build") return;
      updateConfig({
        vite: {
          plugins: [scripts],
          experimental: { renderBuiltUrl },
        },
      });
    },
    "astro:build:done": ({ dir }) => {
      const folder = fileURLToPath(dir);
      for (const path of globSync("**/*.html", { cwd: folder })) {
        const file = join(folder, path);
        writeFileSync(file, withRelativeAddresses(readFileSync(file, "utf8"), path.replaceAll("\\", "/")));
      }
    },
  },
};
