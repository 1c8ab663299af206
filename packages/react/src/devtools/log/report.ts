import type { CachedSession } from "@agora-edge/core";
import { withoutSecrets, type InspectedTransition } from "@agora-edge/core/inspect";
import { describeEffect, describeEvent, isQuiet } from "./describe.ts";
import type { Log, RequestRow } from "./log.ts";

const lastTransitions = 30;
const lastRequests = 15;

interface ReportOf {
  readonly log: Log;
  readonly sessions: readonly CachedSession[];
  readonly appId: string;
  /** Name and version of the package. */
  readonly madeBy: string;
  /** The browser. */
  readonly agent: string;
  readonly now: number;
}

export const timeOf = (at: number): string => new Date(at).toISOString().slice(11, 23);

const block = (value: unknown): string => ["```json", JSON.stringify(value, null, 2), "```"].join("\n");

/** Without what says nothing. */
const telling = (fields: object): object =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]: [string, unknown]) => value !== null && value !== false),
  );

function describeSession({ service, key, session, users }: CachedSession): string {
  const { status, error, files, ...shown } = session.getSnapshot();
  const facts = telling({ status, error: error && error.toJSON(), ...shown, files: files.length });
  return [`### ${service}, \`${key}\`, users: ${users}`, "", block(withoutSecrets(facts))].join("\n");
}

function describeTransition({ at, session, event, before, state, effects }: InspectedTransition): string {
  const status = before.status === state.status ? state.status : `${before.status} → ${state.status}`;
  const done = effects.length === 0 ? "" : `; ${effects.map(describeEffect).join(", ")}`;
  return `${timeOf(at)} #${session} ${describeEvent(event)}; ${status}${done}`;
}

function describeRequest({ at, operation, attempt, status, error, endedAt }: RequestRow): string {
  const answer = status === null ? (error ? "no answer" : "on its way") : `HTTP ${status}`;
  const duration = endedAt === null ? "" : `, ${endedAt - at} ms`;
  const repeat = attempt > 1 ? `, attempt ${attempt}` : "";
  const why = error ? `\n  ${error.kind}: ${error.message}` : "";
  return `${timeOf(at)} ${operation}${repeat}: ${answer}${duration}${why}`;
}

const lines = (title: string, all: readonly string[]): string =>
  [`## ${title}`, "", ...(all.length === 0 ? ["none"] : ["```text", ...all, "```"])].join("\n");

/** A bug report in Markdown, for whoever maintains the app or this package. Holds no secret. */
export function bugReport({ log, sessions, appId, madeBy, agent, now }: ReportOf): string {
  const loud = log.transitions.filter((one) => !isQuiet(one));
  return [
    `# ${madeBy}: what happened`,
    `${new Date(now).toISOString()}, App ID ${appId}\n${agent}`,
    ["## Sessions", ...(sessions.length === 0 ? ["none"] : sessions.map(describeSession))].join("\n\n"),
    lines("Last transitions: event; status; effects", loud.slice(-lastTransitions).map(describeTransition)),
    lines("Last requests", log.requests.slice(-lastRequests).map(describeRequest)),
    "",
  ].join("\n\n");
}
