import { refuseCredentials } from "../http/credentials.ts";
import type { Answer } from "../http/answer.ts";
import type { Gate } from "./dispatch.ts";
import { isObject, parseJson, withoutNulls } from "../runtime/json.ts";
import { refusals } from "../http/refusals.ts";
import type { ServiceState } from "../state/state.ts";
import { agents } from "../stt/operations/agents.ts";
import { tasks } from "../stt/operations/tasks.ts";
import { agentRefusals, taskRefusals, tokenRefusals } from "../stt/refusals.ts";
import type { SttAgentsRoute, SttRoute, SttTasksRoute } from "../http/stt-routes.ts";
import type { TokenFacts } from "../stt/run/token-facts.ts";

/** A request to the transcription service, read as far as it takes time. */
export interface SttRequest {
  readonly route: SttRoute;
  readonly authorization: string | null;
  readonly text: string;
  /** What the token in the header says, where it can be read. */
  readonly restToken: TokenFacts | null;
  /** The same of the tokens of the bots. */
  readonly botTokens: ReadonlyMap<string, TokenFacts>;
}

/** The gateway first, then the service. */
export function dispatchStt(state: ServiceState, gate: Gate, request: SttRequest): Answer {
  const { route } = request;
  if (route.family === "task" && state.settings.stt.endOfLife !== "none") {
    return state.settings.stt.endOfLife === 404 ? refusals.noRoute : taskRefusals.retired;
  }
  const refused = refuseCaller(state, gate, request) ?? refuseApp(state, route);
  if (refused) return refused;
  if (!gate.passes(route.appId)) return refusals.tooManyRequests;
  const given = readBody(request.text);
  const body = given && withoutNulls(given);
  const call = { state, body, given, botTokens: request.botTokens };
  return route.family === "task" ? tasks(call, route) : agents(call, route);
}

function refuseCaller(state: ServiceState, gate: Gate, request: SttRequest): Answer | null {
  const isToken = /^agora token=/i.test(request.authorization ?? "");
  const refused = refuseCredentials(request.authorization, state.settings, gate.restTokens);
  if (refused) return isToken ? tokenRefusals.invalid : refused;
  const isOver = isToken && request.restToken !== null && request.restToken.endsAt <= state.scheduler.now();
  return isOver ? tokenRefusals.expired : null;
}

const refuseApp = (state: ServiceState, route: SttRoute): Answer | null =>
  route.family === "task" ? refuseTaskApp(state, route) : refuseAgentApp(state, route);

/** With a builder token a wrong App ID is found out later, by comparing the two. */
function refuseTaskApp({ settings, conditions }: ServiceState, { operation, appId }: SttTasksRoute): Answer | null {
  const isAcquire = operation === "sttTasks.acquire";
  if (!conditions.enabled) return isAcquire ? taskRefusals.notEnabledOnAcquire : taskRefusals.notEnabled;
  const isRefused = isAcquire && (conditions.suspended || appId !== settings.appId);
  return isRefused ? taskRefusals.notEnabledOnAcquire : null;
}

function refuseAgentApp({ settings, conditions }: ServiceState, { operation, appId }: SttAgentsRoute): Answer | null {
  if (!conditions.enabled || appId !== settings.appId) return agentRefusals.notEnabled;
  return conditions.suspended && operation === "sttAgents.join" ? agentRefusals.suspended : null;
}

function readBody(text: string) {
  const value = text === "" ? {} : parseJson(text)?.value;
  return isObject(value) ? value : null;
}
