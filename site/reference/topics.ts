// What an exported symbol is about, as the folder that it comes from says.
import { posix } from "node:path";
import ts from "typescript-6";
import { exists, readFile } from "../stage/repository.ts";

export const topics = [
  "client",
  "recording",
  "speechToText",
  "channels",
  "sessions",
  "errors",
  "requests",
  "proxy",
  "notifications",
  "supervision",
  "tokens",
] as const;

export type Topic = (typeof topics)[number];

/** The first that fits. */
const folders: readonly (readonly [folder: string, topic: Topic])[] = [
  ["auth/", "client"],
  ["client/", "client"],
  ["context/", "client"],
  ["page/", "client"],
  ["recording/", "recording"],
  ["storage/", "recording"],
  ["migration/", "recording"],
  ["stt/", "speechToText"],
  ["rtc/", "recording"],
  ["channels/", "channels"],
  ["sessions/", "sessions"],
  ["machine/", "sessions"],
  ["effects/", "sessions"],
  ["errors/", "errors"],
  ["explain/", "errors"],
  ["states/", "errors"],
  ["validation/", "errors"],
  ["contract/", "requests"],
  ["pipeline/", "requests"],
  ["limiter/", "requests"],
  ["runtime/", "requests"],
  ["server/webhooks/", "notifications"],
  ["server/supervise/", "supervision"],
  ["server/", "proxy"],
  ["notifications/", "notifications"],
  ["tokens/", "tokens"],
];

/** By the names that the source of an entry exports from other files. */
export function topicsOf(source: string): Map<string, Topic> {
  const found = new Map<string, Topic>();
  if (!exists(source)) return found;
  const file = ts.createSourceFile(source, readFile(source), ts.ScriptTarget.Latest);
  for (const statement of file.statements) {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) continue;
    if (!ts.isStringLiteral(statement.moduleSpecifier) || !statement.exportClause) continue;
    if (!ts.isNamedExports(statement.exportClause)) continue;
    const path = posix.normalize(statement.moduleSpecifier.text);
    const topic = folders.find(([folder]) => path.startsWith(folder))?.[1];
    if (topic) for (const { name } of statement.exportClause.elements) found.set(name.text, topic);
  }
  return found;
}
