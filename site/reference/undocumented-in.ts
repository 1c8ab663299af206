// For tests: a type as text.
import ts from "typescript-6";
import { undocumentedMembersOf } from "./members.ts";

/** What is found in the type `Example` of the text. */
export function undocumentedIn(text: string): string[] {
  const file = "/packages/core/dist/index.d.ts";
  const host = ts.createCompilerHost({});
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => (name === file ? source : read(name, ...rest));
  const checker = ts.createProgram([file], { noLib: true, strict: true }, host).getTypeChecker();
  const module = checker.getSymbolAtLocation(source);
  const example = module && checker.getExportsOfModule(module).find(({ name }) => name === "Example");
  return example ? undocumentedMembersOf(example, checker) : ["nothing"];
}
