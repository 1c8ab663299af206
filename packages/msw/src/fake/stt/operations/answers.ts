import { ok, type Answer } from "../../http/answer.ts";
import type { JsonObject } from "../../runtime/json.ts";
import type { ServiceState } from "../../state/state.ts";
import type { Problem } from "../checks/problem.ts";
import type { TokenFacts } from "../run/token-facts.ts";
import { seconds } from "../lifecycle/notify.ts";
import { agentRefusal, badSchema } from "../refusals.ts";
import type { SttAgent, SttTask } from "../run/run.ts";

/** What an operation works with. */
export interface SttCall {
  readonly state: ServiceState;
  /** Without what is null. Null itself: there was something, but no JSON object. */
  readonly body: JsonObject | null;
  /** The same with its nulls. */
  readonly given: JsonObject | null;
  readonly botTokens: ReadonlyMap<string, TokenFacts>;
}

/** What start, query and update of the builder-token family answer. */
export const taskAnswer = ({ id, createdAt, status }: SttTask): Answer =>
  ok({ taskId: id, createTs: seconds(createdAt), status });

/** What join and update of v7 answer; get adds a message. */
export const agentAnswer = ({ id, createdAt, status }: SttAgent, more: object = {}): Answer =>
  ok({ ...more, agent_id: id, create_ts: seconds(createdAt), status });

/** The first thing that is wrong, in the words of the builder-token family. */
export function schemaRefusal(problems: Iterable<Problem>): Answer | null {
  for (const { text } of problems) return badSchema(text);
  return null;
}

/** The same in the words of v7: what is missing comes before what is wrong. */
export function fieldRefusal(problems: Iterable<Problem>): Answer | null {
  const all = [...problems];
  const first = all.find(({ kind }) => kind === "missing") ?? all[0];
  if (!first) return null;
  return agentRefusal(400, first.kind === "missing" ? "MissingRequiredField" : "InvalidFieldValue", first.text);
}
