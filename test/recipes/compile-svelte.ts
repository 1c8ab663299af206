import type { Plugin } from "vitest/config";

/** Compiles components as Svelte's own plugin does for a browser. */
export function compileSvelte(): Plugin {
  return {
    name: "compile-svelte",
    async transform(code, id) {
      if (!id.endsWith(".svelte")) return undefined;
      const { compile } = await import("svelte/compiler");
      const { js } = compile(code, { filename: id, generate: "client" });
      return { code: js.code, map: js.map };
    },
  };
}
