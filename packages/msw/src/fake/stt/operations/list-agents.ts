import { ok, type Answer } from "../../http/answer.ts";
import type { ServiceState } from "../../state/state.ts";
import { invalid, type Problems } from "../checks/problem.ts";
import { seconds } from "../lifecycle/notify.ts";
import type { AgentStatus } from "../run/run.ts";
import { dayMs } from "../run/timing.ts";
import { fieldRefusal } from "./answers.ts";

const states: readonly (AgentStatus | "IDLE")[] = [
  "IDLE",
  "STARTING",
  "RUNNING",
  "STOPPING",
  "STOPPED",
  "RECOVERING",
  "FAILED",
];

/** One state at a time, newest first, a page after the agent that `cursor` names. */
export function listAgents(state: ServiceState, query: URLSearchParams): Answer {
  const refused = fieldRefusal(filterProblems(state, query));
  if (refused) return refused;
  const now = state.scheduler.now();
  const read = (name: string, otherwise: number) => Number(query.get(name) ?? otherwise);
  const status = states[read("state", 2)];
  const from = read("from_time", seconds(now - dayMs));
  const to = read("to_time", seconds(now));
  const channel = query.get("channel");
  const all = [...state.stt.agents.values()]
    .toReversed()
    .filter((agent) => agent.status === status && (channel === null || agent.config.channel === channel))
    .filter(({ createdAt }) => seconds(createdAt) >= from && seconds(createdAt) <= to);
  const ids = [...state.stt.agents.keys()].toReversed();
  const after = ids.indexOf(query.get("cursor") ?? "");
  const rest = all.filter(({ id }) => ids.indexOf(id) > after);
  const page = rest.slice(0, read("limit", 20));
  return ok({
    data: {
      count: page.length,
      list: page.map((agent) => ({ agent_id: agent.id, start_ts: seconds(agent.createdAt), status: agent.status })),
    },
    meta: { cursor: rest.length > page.length ? (page.at(-1)?.id ?? "") : "", total: all.length },
    status: "ok",
  });
}

function* filterProblems(state: ServiceState, query: URLSearchParams): Problems {
  for (const name of ["from_time", "to_time", "limit"]) {
    const value = query.get(name);
    if (value !== null && !/^\d{1,12}$/.test(value)) yield invalid(name);
  }
  if (query.get("limit") === "0") yield invalid("limit");
  if (!/^[0-6]$/.test(query.get("state") ?? "2")) yield invalid("state");
  const cursor = query.get("cursor") ?? "";
  if (cursor !== "" && !state.stt.agents.has(cursor)) yield invalid("cursor");
}
