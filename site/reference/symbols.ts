// What the packages export, read from the declarations that are published.
import { join } from "node:path";
import ts from "typescript-6";
import { root } from "../stage/repository.ts";
import { entryPoints } from "./entries.ts";
import { undocumentedMembersOf } from "./members.ts";
import { type Topic, topicsOf } from "./topics.ts";

export type SymbolGroup = "functions" | "components" | "classes" | "constants" | "types";

export interface ExportedSymbol {
  readonly name: string;
  readonly group: SymbolGroup;
  /** What it is about, where the entry exports things of several topics. */
  readonly topic?: Topic;
  /** The text of its JSDoc; empty where it has none. */
  readonly summary: string;
  readonly isDeprecated: boolean;
  /** How it is declared, comments of members included. */
  readonly declaration: string;
  /** Fields and methods that should have a sentence and have none, after the type that declares them. */
  readonly undocumentedMembers: readonly string[];
}

export interface Entry {
  /** As it is imported: `@agora-edge/core/server`. */
  readonly name: string;
  readonly symbols: readonly ExportedSymbol[];
}

function groupOf(symbol: ts.Symbol): SymbolGroup {
  if (symbol.flags & ts.SymbolFlags.Class) return "classes";
  if (symbol.flags & ts.SymbolFlags.Function) return /^[A-Z]/.test(symbol.name) ? "components" : "functions";
  return symbol.flags & ts.SymbolFlags.Value ? "constants" : "types";
}

/** The declaration without the words that only a module needs. */
function textOf(declaration: ts.Declaration): string {
  const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return node
    .getText()
    .replace(/^export /, "")
    .replace(/^declare /, "");
}

function describe(alias: ts.Symbol, checker: ts.TypeChecker): ExportedSymbol {
  const symbol = alias.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(alias) : alias;
  return {
    name: alias.name,
    group: groupOf(symbol),
    summary: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    isDeprecated: symbol.getJsDocTags(checker).some(({ name }) => name === "deprecated"),
    declaration: (symbol.declarations ?? []).map(textOf).join("\n"),
    undocumentedMembers: undocumentedMembersOf(symbol, checker),
  };
}

/** All entries. The packages have to be built. */
export function readEntries(): Entry[] {
  const files = entryPoints().map((entry) => ({ ...entry, file: join(root, entry.types) }));
  const program = ts.createProgram(
    files.map(({ file }) => file),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      skipLibCheck: true,
      strict: true,
      noEmit: true,
      types: [],
    },
  );
  const checker = program.getTypeChecker();
  return files.map(({ name, file, source }) => {
    const types = program.getSourceFile(file);
    const module = types && checker.getSymbolAtLocation(types);
    const topics = topicsOf(source);
    const symbols = module
      ? checker.getExportsOfModule(module).map((symbol): ExportedSymbol => {
          const topic = topics.get(symbol.name);
          return { ...describe(symbol, checker), ...(topic ? { topic } : {}) };
        })
      : [];
    return { name, symbols: symbols.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
  });
}
