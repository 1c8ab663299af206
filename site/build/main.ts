// `node build/main.ts`: the whole site, into dist/. With `dev`: a server that shows changes of the islands at once.
import { fileURLToPath } from "node:url";
import { build, dev } from "astro";
import { writeHovers } from "../hovers/write.ts";
import { findSnippets, writeProject } from "../snippets/project.ts";
import { collectPages } from "../stage/collect.ts";
import { writePages } from "../stage/write.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const pages = await collectPages({ observed: true });
writePages(pages);
writeHovers(writeProject(findSnippets(pages)));
// What Astro has rendered before may have other types.
if (process.argv[2] === "dev") await dev({ root, force: true });
else await build({ root, force: true, logLevel: "error" });
