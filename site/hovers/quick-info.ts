// What an editor shows of each name in a snippet: its type, and what its comment says.
import { join } from "node:path";
import ts from "typescript-6";
import { projectFolder, type SnippetFile } from "../snippets/project.ts";

export interface Tip {
  /** HTML. */
  readonly type: string;
  /** HTML; empty where the name has no comment. */
  readonly text: string;
}

export interface Name {
  /** From the snippet's first line, from 0. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** Which tip. */
  readonly tip: number;
}

export interface Hovers {
  readonly names: readonly Name[];
  readonly tips: readonly Tip[];
}

/** Longer types end in `…`. */
const longest = 500;

const escape = (text: string): string => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

const marked: Readonly<Record<string, string>> = {
  keyword: "keyword",
  stringLiteral: "string",
  numericLiteral: "string",
  aliasName: "type",
  className: "type",
  enumName: "type",
  interfaceName: "type",
  typeParameterName: "type",
};

const partHtml = ({ text, kind }: ts.SymbolDisplayPart): string => {
  const name = marked[kind];
  return name === undefined ? escape(text) : `<i class="${name}">${escape(text)}</i>`;
};

/** The type without the word that says how the name got here, and without the import that it came by. */
function typeHtml(parts: readonly ts.SymbolDisplayPart[]): string {
  const isImport = ({ text, kind }: ts.SymbolDisplayPart, index: number) =>
    kind === "keyword" && text === "import" && parts[index - 1]?.kind === "lineBreak";
  const end = parts.findIndex(isImport);
  const own = end < 0 ? parts : parts.slice(0, end - 1);
  const isAlias = own[0]?.text === "(" && own[1]?.text === "alias" && own[2]?.text === ")";
  return own
    .slice(isAlias ? 4 : 0)
    .map(partHtml)
    .join("");
}

/** A comment's text: paragraphs, with code in backticks. */
const textHtml = (text: string): string =>
  text
    .trim()
    .split(/\n{2,}/)
    .filter(Boolean)
    .map(
      (paragraph) =>
        `<p>${escape(paragraph.replace(/\{@link ([^}]+)\}/g, "`$1`")).replace(/`([^`]+)`/g, "<code>$1</code>")}</p>`,
    )
    .join("");

function* identifiersIn(node: ts.Node): Generator<ts.Node> {
  if (ts.isIdentifier(node)) yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* identifiersIn(child);
}

function createService(): ts.LanguageService {
  const settings = ts.readConfigFile(join(projectFolder, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { fileNames, options: checked } = ts.parseJsonConfigFileContent(settings.config, ts.sys, projectFolder);
  // The declarations that are published say the same as the sources, in a third of the time.
  const { paths: _, ...options } = checked;
  return ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: () => "1",
    // Nothing changes meanwhile: without this, every question looks at every file.
    getProjectVersion: () => "1",
    getScriptSnapshot: (path) => {
      const text = ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => projectFolder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
}

/** Of each file, in their order. The files have to be written. */
export function explainNames(files: readonly SnippetFile[]): Hovers[] {
  const service = createService();
  const program = service.getProgram();
  return files.map(({ name, offset }) => {
    const path = join(projectFolder, name);
    const source = program?.getSourceFile(path);
    if (!source) throw new Error(`TypeScript has not read ${name}.`);
    const tips = new Map<string, { index: number; tip: Tip }>();
    const names: Name[] = [];
    for (const node of identifiersIn(source)) {
      const start = node.getStart(source);
      const { line, character } = ts.getLineAndCharacterOfPosition(source, start);
      if (line < offset) continue;
      const info = service.getQuickInfoAtPosition(path, start, longest);
      const type = typeHtml(info?.displayParts ?? []);
      if (type === "") continue;
      const tip = { type, text: textHtml(ts.displayPartsToString(info?.documentation)) };
      const key = tip.type + tip.text;
      const known = tips.get(key) ?? { index: tips.size, tip };
      tips.set(key, known);
      names.push({ line: line - offset, column: character, length: node.getWidth(source), tip: known.index });
    }
    return { names, tips: [...tips.values()].map(({ tip }) => tip) };
  });
}
