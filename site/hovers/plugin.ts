// Marks the names in code blocks that have a tip; tips.ts shows it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type AnnotationRenderOptions,
  definePlugin,
  ExpressiveCodeAnnotation,
  type ExpressiveCodePlugin,
} from "@astrojs/starlight/expressive-code";
import { h, select, setProperty } from "@astrojs/starlight/expressive-code/hast";
import { transformSync } from "esbuild";
import { hoversId, namesOf } from "./write.ts";

class WithTip extends ExpressiveCodeAnnotation {
  constructor(
    readonly tip: number,
    columnStart: number,
    columnEnd: number,
  ) {
    super({ inlineRange: { columnStart, columnEnd } });
  }

  override render({ nodesToTransform }: AnnotationRenderOptions) {
    return nodesToTransform.map((node) => h("span", { dataTip: this.tip }, node));
  }
}

const source = readFileSync(fileURLToPath(new URL("tips.ts", import.meta.url)), "utf8");
const script = transformSync(source, { loader: "ts", format: "esm", minify: true }).code;

export function typesOnHover(): ExpressiveCodePlugin {
  const ids = new WeakMap<object, string>();
  return definePlugin({
    name: "types on hover",
    jsModules: [script],
    hooks: {
      // Before any other plugin takes lines away.
      preprocessMetadata({ codeBlock }) {
        const names = namesOf(codeBlock.code);
        if (names.length === 0) return;
        ids.set(codeBlock, hoversId(codeBlock.code));
        for (const { line, column, length, tip } of names) {
          codeBlock.getLine(line)?.addAnnotation(new WithTip(tip, column, column + length));
        }
      },
      postprocessRenderedBlock({ codeBlock, renderData }) {
        const id = ids.get(codeBlock);
        const pre = id === undefined ? undefined : select("pre", renderData.blockAst);
        if (pre && id !== undefined) setProperty(pre, "data-tips", id);
      },
    },
  });
}
