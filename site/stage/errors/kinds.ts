// What the catalogue knows of each kind of error.
import type { AgoraErrorKind, AgoraOperation } from "@agora-edge/core";
import { faultKinds } from "@agora-edge/msw/fake";
import {
  type DocumentedFailure,
  documentedFailures,
} from "../../../packages/core/src/catalogue/testing/documented-failures.ts";
import { sttTasksCatalogue } from "../../../packages/core/src/catalogue/stt-tasks.ts";
import type { ExplanationText, Locale } from "../../../packages/core/src/errors/explanation.ts";
import { en } from "../../../packages/core/src/locales/en.ts";
import { zhCN } from "../../../packages/core/src/locales/zh-CN.ts";
import type { Language } from "../page.ts";

export type { AgoraErrorKind };

export const locales: Record<Language, Locale> = { en, "zh-CN": zhCN };

const isKind = (key: string): key is AgoraErrorKind => !/[/:]/.test(key) && key !== "in-doubt";

/** Every kind there is, in the order of the alphabet. */
export const kinds: readonly AgoraErrorKind[] = Object.keys(en).filter(isKind).sort();

/** How the service says it, on which operations. */
export interface Sign {
  readonly operations: readonly string[];
  /** Not every answer of which the words are known was seen with its status. */
  readonly status?: number;
  readonly code?: number;
  readonly text?: string;
  readonly policy: DocumentedFailure[5];
  readonly seconds: readonly number[];
  readonly inDoubt: boolean;
}

const ofAgents = ["join", "get", "leave", "list"];

/** `update` belongs to whichever of the two clients the other operations belong to. */
function nameOperations(service: DocumentedFailure[0], names: string): string[] {
  const all = names.split(" ");
  const isOfAgents = (name: string) => ofAgents.includes(name);
  return all.flatMap((name) => {
    if (service === "recording") return `recording.${name}`;
    if (name !== "update") return `${isOfAgents(name) ? "sttAgents" : "sttTasks"}.${name}`;
    return [
      ...(all.some((one) => one !== name && !isOfAgents(one)) ? ["sttTasks.update"] : []),
      ...(all.some(isOfAgents) ? ["sttAgents.update"] : []),
    ];
  });
}

/** Some texts end in what differs from answer to answer. */
const openTexts = sttTasksCatalogue.rows.map(([, , text]) => text).filter((text) => text.endsWith("..."));

const asCatalogued = (text: string): string =>
  openTexts.find((open) => text.startsWith(open.slice(0, -"...".length))) ?? text;

function signOf([service, operations, status, body, , policy, seconds, unknown]: DocumentedFailure): Sign {
  const text = body.message ?? body.reason;
  return {
    operations: nameOperations(service, operations),
    status,
    ...(body.code === undefined ? {} : { code: body.code }),
    ...(text === undefined ? {} : { text: asCatalogued(text) }),
    policy,
    seconds,
    inDoubt: unknown === 1,
  };
}

const operations: readonly AgoraOperation[] = [
  "recording.acquire",
  "recording.start",
  "recording.query",
  "recording.update",
  "recording.updateLayout",
  "recording.stop",
  "recording.notificationAddresses",
  "sttAgents.join",
  "sttAgents.get",
  "sttAgents.update",
  "sttAgents.leave",
  "sttAgents.list",
  "sttTasks.acquire",
  "sttTasks.start",
  "sttTasks.query",
  "sttTasks.update",
  "sttTasks.stop",
  "channels.list",
  "channels.users",
  "channels.user",
  "channels.ban",
  "channels.bans",
  "channels.updateBan",
  "channels.unban",
];

/** What the catalogue knows from practice, and no document says. */
function undocumentedSigns(kind: AgoraErrorKind): Sign[] {
  const documented = documentedFailures.map(signOf);
  return sttTasksCatalogue.rows
    .filter(([, code, text, of]) => of === kind && code === 0 && !documented.some((sign) => sign.text === text))
    .map(([names, , text, , policy = "none", seconds = [], unknown]) => ({
      operations: operations.filter(
        (operation) => names === "*" || names.split(" ").includes(operation.split(".")[0] ?? ""),
      ),
      text,
      policy,
      seconds,
      inDoubt: unknown === 1,
    }));
}

/** Those that differ in nothing but the operation are one. */
export function signsOf(kind: AgoraErrorKind): Sign[] {
  const merged = new Map<string, Sign>();
  const documented = documentedFailures.filter((each) => each[4] === kind).map(signOf);
  for (const { operations: names, ...sign } of [...documented, ...undocumentedSigns(kind)]) {
    const key = JSON.stringify(sign);
    const all = new Set([...(merged.get(key)?.operations ?? []), ...names]);
    merged.set(key, { operations: [...all], ...sign });
  }
  return [...merged.values()];
}

/** Texts of this kind that belong to one operation or service alone: their name, and the text. */
export const variantsOf = (kind: AgoraErrorKind, language: Language): [where: string, text: ExplanationText][] =>
  Object.entries(locales[language])
    .filter(([key]) => key.startsWith(`${kind}/`))
    .map(([key, text]) => [key.slice(kind.length + 1), text]);

/** Words of the service that have a text of their own. All of them are `invalid-parameter`. */
export const reasonsOf = (kind: AgoraErrorKind, language: Language): [reason: string, text: ExplanationText][] =>
  kind === "invalid-parameter"
    ? Object.entries(locales[language])
        .filter(([key]) => key.startsWith("reason:"))
        .map(([key, text]) => [key.slice("reason:".length), text])
    : [];

const failing = new Map(operations.map((operation) => [operation, new Set<string>(faultKinds(operation))]));

/** The operations that can fail so in the fake. */
export const fakedOperations = (kind: AgoraErrorKind): AgoraOperation[] =>
  operations.filter((operation) => failing.get(operation)?.has(kind));
