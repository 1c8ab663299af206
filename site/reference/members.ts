// The members of a type that have to be explained and are not.
import ts from "typescript-6";
import { termNames } from "./terms.ts";

/**
 * Two sorts of members need no sentence of their own:
 *
 * - those whose type is one value (`status: "acquired"`, `lease: null`): it says everything;
 * - those that have the name of a term of `terms.ts`, which means the same in every type: a page of the reference explains it.
 */
function saysEverything(member: ts.Symbol, checker: ts.TypeChecker): boolean {
  const { Literal, Null, Undefined } = ts.TypeFlags;
  const isOneValue = (checker.getTypeOfSymbol(member).flags & (Literal | Null | Undefined)) !== 0;
  return isOneValue || termNames.has(member.name);
}

const isOurs = (declaration: ts.Declaration): boolean =>
  /\/packages\/\w+\/dist\//.test(declaration.getSourceFile().fileName);

const isPrivate = (declaration: ts.Declaration): boolean =>
  (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private) !== 0;

/** Of an interface, a class or an object type, what they inherit included. A variant of a union is explained as a whole. */
export function undocumentedMembersOf(symbol: ts.Symbol, checker: ts.TypeChecker): string[] {
  const { Interface, Class, TypeAlias } = ts.SymbolFlags;
  if ((symbol.flags & (Interface | Class | TypeAlias)) === 0) return [];
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return [];
  return checker
    .getPropertiesOfType(type)
    .filter((member) => member.declarations?.some((each) => isOurs(each) && !isPrivate(each)))
    .filter((member) => !member.name.startsWith("#") && !member.name.startsWith("__"))
    .filter((member) => member.getDocumentationComment(checker).length === 0 && !isDeprecated(member, checker))
    .filter((member) => !saysEverything(member, checker))
    .map((member) => `${ownerOf(member)}.${member.name}`);
}

/** Whose replacement the tag names. */
const isDeprecated = (member: ts.Symbol, checker: ts.TypeChecker): boolean =>
  member.getJsDocTags(checker).some(({ name }) => name === "deprecated");

/** Where it is declared, which can be a type that is not exported. */
function ownerOf(member: ts.Symbol): string {
  const parent = member.declarations?.[0]?.parent;
  const named =
    parent && (ts.isInterfaceDeclaration(parent) || ts.isClassDeclaration(parent)) ? parent.name : undefined;
  return named?.text ?? "object";
}
