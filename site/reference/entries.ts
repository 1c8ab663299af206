// What can be imported from the published packages.
import { readFile } from "../stage/repository.ts";
import { type Topic, topics, topicsOf } from "./topics.ts";

export interface EntryPoint {
  /** As it is imported: `@agora-edge/core/server`. */
  readonly name: string;
  /** Its types, from the root of the repository. The packages have to be built. */
  readonly types: string;
  readonly source: string;
  /** What it is about, where that is so much that each topic has a page. */
  readonly topics: readonly Topic[];
}

/** With more symbols than this, one page is too long to read and to load. */
const large = 60;

function topicsWithPages(source: string): Topic[] {
  const found = topicsOf(source);
  const own = new Set(found.values());
  return found.size > large ? topics.filter((topic) => own.has(topic)) : [];
}

/** Every entry, in the order of the packages' manifests. */
export const entryPoints = (): EntryPoint[] =>
  ["core", "react", "msw"].flatMap((name) => {
    const manifest: { name: string; exports: Record<string, string | { types?: string }> } = JSON.parse(
      readFile(`packages/${name}/package.json`),
    );
    return Object.entries(manifest.exports).flatMap(([path, target]): EntryPoint[] => {
      if (typeof target === "string" || !target.types) return [];
      const source = `packages/${name}/src/${path === "." ? "index" : path.slice(2)}.ts`;
      return [
        {
          name: manifest.name + path.slice(1),
          types: `packages/${name}/${target.types.replace(/^\.\//, "")}`,
          source,
          topics: topicsWithPages(source),
        },
      ];
    });
  });
