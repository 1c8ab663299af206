import { forgetOldest } from "../../state/forget.ts";
import { ok, type Answer } from "../../http/answer.ts";
import type { JsonObject } from "../../runtime/json.ts";
import { createAgent } from "../lifecycle/create-agent.ts";
import { flatProblems } from "../checks/flat.ts";
import { agentLimits, type Limits } from "../checks/limits.ts";
import { fieldAt, knownPaths, maskedPaths, maskProblems, updateProblems } from "../checks/update.ts";
import type { SttAgentsRoute } from "../../http/stt-routes.ts";
import { agentRefusal, agentRefusals } from "../refusals.ts";
import { endRun } from "../lifecycle/ending.ts";
import { isAlive, type SttAgent } from "../run/run.ts";
import { dayMs } from "../run/timing.ts";
import { applyUpdate, isTooEarly, nextSequenceId } from "../lifecycle/update.ts";
import { agentAnswer, fieldRefusal, type SttCall } from "./answers.ts";
import { listAgents } from "./list-agents.ts";
import { readMask } from "./update-task.ts";

/** v7. */
export function agents(call: SttCall, route: SttAgentsRoute): Answer {
  if (route.operation === "sttAgents.join") return join(call);
  if (route.operation === "sttAgents.list") return listAgents(call.state, route.query);
  const agent = call.state.stt.agents.get(route.agentId);
  if (!agent) return agentRefusals.notFound;
  if (route.operation === "sttAgents.get") return get(call, agent);
  if (!isAlive(agent)) return agentRefusals.notFound;
  return route.operation === "sttAgents.update" ? update(call, route, agent) : leave(call, agent);
}

function join({ state, body, botTokens }: SttCall): Answer {
  if (!body) return agentRefusals.malformed;
  const refused = fieldRefusal(flatProblems(body, agentLimits(state.settings.stt.release)));
  if (refused) return refused;
  const running = [...state.stt.agents.values()].filter((agent) => agent.endedAt === null);
  const twin = running.find(({ name }) => name === body.name);
  if (twin) return conflict(state.settings.stt.conflictNamesAgent ? { agent_id: twin.id } : {});
  if (running.length >= state.settings.maxConcurrent.agents) return agentRefusals.quota;
  forgetOldest(state);
  return agentAnswer(createAgent(state, body, botTokens));
}

const conflict = (more: object): Answer =>
  agentRefusal(409, "TaskConflict", "a task with this name is already running", more);

/** Ended agents are remembered for a day. */
function get({ state }: SttCall, agent: SttAgent): Answer {
  const isForgotten = agent.endedAt !== null && state.scheduler.now() - agent.endedAt > dayMs;
  if (isForgotten) return agentRefusals.notFound;
  const { message, name } = agent;
  return agentAnswer(agent, { message, ...(state.settings.stt.getTellsName ? { name } : {}) });
}

function update({ state, body, given }: SttCall, { query }: SttAgentsRoute, agent: SttAgent): Answer {
  if (!body || !given) return agentRefusals.malformed;
  const limits = agentLimits(state.settings.stt.release);
  const mask = query.has("updateMask") ? readMask(query.get("updateMask")) : pathsIn(given, limits);
  const masked = maskedPaths(mask, body, limits);
  const refused =
    fieldRefusal(maskProblems(mask, given, limits)) ??
    fieldRefusal(updateProblems(body, limits, { config: agent.config, masked }));
  if (refused) return refused;
  const isNumbered = query.has("sequenceId");
  const sequenceId = isNumbered ? nextSequenceId(agent, query.get("sequenceId")) : agent.sequenceId;
  if (isNumbered && sequenceId === null) return agentRefusal(400, "InvalidFieldValue", "sequenceId has to grow");
  if (isTooEarly(state, agent)) return agentRefusals.tooEarly;
  agent.sequenceId = sequenceId;
  applyUpdate(state, agent, body, masked);
  return agentAnswer(agent);
}

/** The query fields may be left out: then every field of the body counts. */
const pathsIn = (body: JsonObject, limits: Limits): string[] =>
  knownPaths(limits).filter((path) => fieldAt(body, path) !== undefined);

function leave({ state }: SttCall, agent: SttAgent): Answer {
  endRun(state, agent, "requested");
  return ok("");
}
