import { refuseCredentials } from "../../http/credentials.ts";
import type { Answer } from "../../http/answer.ts";
import type { Gate } from "../../http/dispatch.ts";
import { isObject, parseJson, withoutNulls } from "../../json.ts";
import { refusals } from "../../refusals.ts";
import type { World } from "../../world.ts";
import { agents } from "../operations/agents.ts";
import { tasks } from "../operations/tasks.ts";
import { agentRefusals, taskRefusals, tokenRefusals } from "../refusals.ts";
import type { SttAgentsRoute, SttRoute, SttTasksRoute } from "./routes.ts";
import type { TokenFacts } from "./token-facts.ts";

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
export function dispatchStt(world: World, gate: Gate, request: SttRequest): Answer {
  const { route } = request;
  if (route.family === "task" && world.settings.stt.endOfLife !== "none") {
    return world.settings.stt.endOfLife === 404 ? refusals.noRoute : taskRefusals.retired;
  }
  const refused = refuseCaller(world, gate, request) ?? refuseApp(world, route);
  if (refused) return refused;
  if (!gate.passes(route.appId)) return refusals.tooManyRequests;
  const given = readBody(request.text);
  const body = given && withoutNulls(given);
  const call = { world, body, given, botTokens: request.botTokens };
  return route.family === "task" ? tasks(call, route) : agents(call, route);
}

function refuseCaller(world: World, gate: Gate, request: SttRequest): Answer | null {
  const isToken = /^agora token=/i.test(request.authorization ?? "");
  const refused = refuseCredentials(request.authorization, world.settings, gate.restTokens);
  if (refused) return isToken ? tokenRefusals.invalid : refused;
  const isOver = isToken && request.restToken !== null && request.restToken.endsAt <= world.scheduler.now();
  return isOver ? tokenRefusals.expired : null;
}

const refuseApp = (world: World, route: SttRoute): Answer | null =>
  route.family === "task" ? refuseTaskApp(world, route) : refuseAgentApp(world, route);

/** With a builder token a wrong App ID is found out later, by comparing the two. */
function refuseTaskApp({ settings, conditions }: World, { operation, appId }: SttTasksRoute): Answer | null {
  const isAcquire = operation === "sttTasks.acquire";
  if (!conditions.enabled) return isAcquire ? taskRefusals.notEnabledOnAcquire : taskRefusals.notEnabled;
  const isRefused = isAcquire && (conditions.suspended || appId !== settings.appId);
  return isRefused ? taskRefusals.notEnabledOnAcquire : null;
}

function refuseAgentApp({ settings, conditions }: World, { operation, appId }: SttAgentsRoute): Answer | null {
  if (!conditions.enabled || appId !== settings.appId) return agentRefusals.notEnabled;
  return conditions.suspended && operation === "sttAgents.join" ? agentRefusals.suspended : null;
}

function readBody(text: string) {
  const value = text === "" ? {} : parseJson(text)?.value;
  return isObject(value) ? value : null;
}
