import type { FaultKind } from "@agora-edge/msw/fake";
import { type Language, languages, type Page } from "../page.ts";
import { type Behavior, behaviorOf, isCalled } from "./behavior.ts";
import {
  type AgoraErrorKind,
  fakedOperations,
  kinds,
  locales,
  reasonsOf,
  type Sign,
  signsOf,
  variantsOf,
} from "./kinds.ts";
import { faultSnippet, localSnippet } from "./snippets.ts";
import { table } from "./table.ts";
import { words } from "./words.ts";

const code = (text: string | number | undefined) => (text === undefined ? "" : `\`${text}\``);

const fenced = (source: string) => `\`\`\`ts\n${source}\n\`\`\``;

function signTable(signs: readonly Sign[], language: Language): string {
  const { signColumns, any, repeat, pauses, inDoubt } = words[language];
  const rows = signs.map((sign) => [
    sign.operations.length > 4 ? any : sign.operations.map(code).join(", "),
    code(sign.status),
    code(sign.code),
    code(sign.text),
    repeat[sign.policy] + (sign.seconds.length > 0 ? pauses(sign.seconds) : "") + (sign.inDoubt ? inDoubt : ""),
  ]);
  return table(signColumns, rows);
}

function sessionPart(behaviors: readonly Behavior[], language: Language): string {
  const { sessionLead, sessionColumns, noSession, course } = words[language];
  if (behaviors.length === 0) return noSession;
  const rows = behaviors.map(({ operation, once, always }) => {
    // Of checks there are many without any failure.
    const isCounted = !/query|get/.test(operation);
    return [code(operation), course(once, isCounted), course(always, isCounted)];
  });
  return `${sessionLead}\n\n${table(sessionColumns, rows)}`;
}

function fakePart(kind: AgoraErrorKind, language: Language): string {
  const { fakeLead, fakeLocal, noFake } = words[language];
  const [first, ...others] = fakedOperations(kind);
  const local = localSnippet(kind);
  if (local) return `${fakeLocal}\n\n${fenced(local)}`;
  if (!first) return noFake;
  const snippet = fenced(faultSnippet(kind, first));
  return others.length === 0 ? snippet : `${snippet}\n\n${fakeLead(others.map(code).join(", "))}`;
}

function bodyOf(kind: AgoraErrorKind, language: Language, behaviors: readonly Behavior[]): string {
  const word = words[language];
  const [, explanation, action, ...causes] = locales[language][kind];
  const signs = signsOf(kind);
  const texts = (all: readonly (readonly [string, readonly string[]])[]) =>
    all.map(([name, [, what = "", todo = ""]]) => `- ${word.text(name, what, todo)}`).join("\n");
  const variants = texts(variantsOf(kind, language));
  const reasons = texts(reasonsOf(kind, language));
  return [
    `\`${kind}\``,
    explanation,
    `## ${word.whatToDo}`,
    action,
    ...(causes.length > 0 ? [`## ${word.causes}`, causes.map((cause) => `- ${cause}`).join("\n")] : []),
    ...(variants ? [`## ${word.elsewhere}`, word.elsewhereLead, variants] : []),
    ...(reasons ? [`## ${word.reasons}`, word.reasonsLead, reasons] : []),
    `## ${word.signs}`,
    ...(signs.length > 0 ? [word.signsLead, signTable(signs, language)] : [word.noSigns]),
    `## ${word.session}`,
    sessionPart(behaviors, language),
    `## ${word.fake}`,
    fakePart(kind, language),
    "---",
    word.more,
  ].join("\n\n");
}

const isFaultKind = (kind: AgoraErrorKind): kind is FaultKind => fakedOperations(kind).length > 0;

async function observe(kind: AgoraErrorKind): Promise<Behavior[]> {
  const behaviors: Behavior[] = [];
  if (!isFaultKind(kind)) return behaviors;
  for (const operation of fakedOperations(kind)) {
    if (isCalled(operation)) behaviors.push(await behaviorOf(kind, operation));
  }
  return behaviors;
}

/** A page for each kind of error, in every language. `observed: false` leaves out what takes seconds to find out. */
export async function errorPages({ observed }: { observed: boolean }): Promise<Page[]> {
  const pages: Page[] = [];
  for (const kind of kinds) {
    const behaviors = observed ? await observe(kind) : [];
    for (const language of languages) {
      const [title, explanation] = locales[language][kind];
      pages.push({
        language,
        slug: `errors/${kind}`,
        title,
        label: kind,
        description: `${kind}: ${explanation}`,
        body: bodyOf(kind, language, behaviors),
      });
    }
  }
  return pages;
}
