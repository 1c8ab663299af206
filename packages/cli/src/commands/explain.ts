import { explainError, type AgoraOperation, type Explanation, type Locale } from "@agora-edge/core";
import { operations as allOperations } from "@agora-edge/core/contract";
import { en } from "@agora-edge/core/locales/en";
import { zhCN } from "@agora-edge/core/locales/zh-CN";
import { exitCodes } from "../tool/exit-codes.ts";
import { findMeanings, type Meaning } from "../explain/find-meanings.ts";
import { readAnswer } from "../explain/read-answer.ts";
import { words, type Language, type Words } from "../explain/words.ts";
import { Failure } from "../tool/failure.ts";
import type { Outcome, Tool } from "../tool/tool.ts";

export interface ExplainOptions {
  readonly on?: AgoraOperation;
  readonly lang: Language;
}

const locales: Readonly<Record<Language, Locale>> = { en, zh: zhCN };

/** Long lists of operations say nothing: where all of a service are meant, its name is enough. */
function namesOf(operations: readonly AgoraOperation[], { everywhere }: Words): string {
  if (operations.length === allOperations.length) return everywhere;
  const left = new Set(operations);
  const names: string[] = [];
  for (const service of new Set(allOperations.map(({ name }) => name.split(".")[0]))) {
    const ofService = allOperations.map(({ name }) => name).filter((name) => name.startsWith(`${service}.`));
    if (!ofService.every((name) => left.has(name))) continue;
    names.push(`${service}.*`);
    for (const name of ofService) left.delete(name);
  }
  return [...names, ...left].join(", ");
}

function explain({ kind, reason, retry, operations }: Meaning, language: Language): Explanation {
  const [operation] = operations;
  const advice = retry ? { retry: { ...retry, outcomeUnknown: false } } : {};
  const facts = { kind, ...(operation && { operation }), ...(reason !== undefined && { reason }), ...advice };
  return explainError(facts, { locale: locales[language] });
}

function textOf(tool: Tool, meaning: Meaning, language: Language): string {
  const { style } = tool;
  const { title, explanation, action, causes, docs } = explain(meaning, language);
  const { retry, operations } = meaning;
  const word = words[language];
  const label = (name: string) => style("dim", `${name}${word.colon}`);
  const pauses = retry?.delays.length ? ` (${retry.delays.map((ms) => ms / 1000).join(", ")} s)` : "";
  const doubt = retry?.outcomeUnknown ? `; ${word.inDoubt}` : "";
  return [
    `${style(["bold", "yellow"], meaning.kind)}  ${style("bold", title)}`,
    ...(operations.length > 0 ? [`  ${label(word.on)}${namesOf(operations, word)}`] : []),
    `  ${explanation}`,
    ...(action === "" ? [] : [`  ${label(word.action)}${action}`]),
    ...(causes.length > 0 ? [`  ${label(word.causes)}`.trimEnd(), ...causes.map((cause) => `    - ${cause}`)] : []),
    ...(retry ? [`  ${label(word.repeat)}${word.retry[retry.policy]}${pauses}${doubt}`] : []),
    ...(docs === undefined ? [] : [`  ${style("dim", docs)}`]),
  ].join("\n");
}

/** Says what a number, a message or a whole answer means, what to do, and whether to repeat. */
export async function explainCommand(tool: Tool, given: readonly string[], options: ExplainOptions): Promise<Outcome> {
  const { on, lang } = options;
  const pasted = given.length > 0 ? given.join(" ") : await tool.readStdin();
  if (!pasted?.trim()) {
    throw new Failure(exitCodes.usage, "nothing-given", "Give a number, a message, or pipe an answer in.");
  }
  const wording = (meaning: Meaning) => JSON.stringify([meaning.kind, explain(meaning, lang), meaning.retry]);
  const meanings = findMeanings(readAnswer(pasted), on, (a, b) => wording(a) === wording(b));
  if (meanings.length === 0) {
    const known = on ? ` on ${on}` : "";
    throw new Failure(
      exitCodes.nothing,
      "unknown-answer",
      `No document says what that means${known}. Pipe the whole answer in, with its HTTP status, or name the operation with --on.`,
    );
  }
  const json = meanings.map((meaning) => ({
    kind: meaning.kind,
    status: meaning.status,
    code: meaning.code,
    reason: meaning.reason,
    operations: meaning.operations,
    retry: meaning.retry,
    ...explain(meaning, lang),
  }));
  return { exit: exitCodes.ok, json, text: meanings.map((meaning) => textOf(tool, meaning, lang)).join("\n\n") };
}
