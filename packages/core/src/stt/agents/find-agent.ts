import { type Prepared, prepare, runPrepared } from "../../context/run-operation.ts";
import { integerAt, objectAt, textAt, isObject } from "../../runtime/json.ts";
import type { SttAgentHandle } from "../types/handle.ts";
import type { SttJoinRequest } from "../types/join.ts";
import { SttListState } from "../types/list.ts";
import { get } from "./operations/get.ts";
import { list } from "./operations/list.ts";

/** Agora docs: STT v7; an agent lives for so many seconds at most. */
const longestLife = 259_200;
/** Of so many agents of a channel the name is asked for. */
const mostAsked = 20;

/**
 * The agent of a name that is taken, where the refusal of a join does not say which one it is: of the agents in the channel
 * the one that says that this is its name. The documents do not list the field; where the service leaves it out, the name is unknown.
 */
export async function findAgent({
  context,
  input: { name, rtcConfig },
  options,
}: Prepared<SttJoinRequest>): Promise<SttAgentHandle | undefined> {
  const channel = textAt(objectAt({ rtcConfig }, "rtcConfig"), "channelName");
  // Behind a proxy, which has looked already.
  if (context.isProxied || channel === undefined) return undefined;
  const { appId, globalTransport } = context;
  const call = { ...options, once: true };
  const from_time = Math.floor(globalTransport.clock.now() / 1000) - longestLife;
  for (const state of [SttListState.Running, SttListState.Starting, SttListState.Recovering]) {
    const { items } = await runPrepared(list, prepare(context, list, { channel, from_time, state }, call));
    for (const { agentId, start_ts } of items.slice(0, mostAsked)) {
      const agent: unknown = await runPrepared(get, prepare(context, get, { handle: { agentId } }, call));
      if (!isObject(agent) || textAt(agent, "name") !== name) continue;
      const startedAt = (start_ts ?? integerAt(agent, "start_ts") ?? from_time) * 1000;
      return { appId, version: "v7", agentId, name, startedAt };
    }
  }
  return undefined;
}
