import { isObject, type JsonObject, textAt } from "../../runtime/json.ts";
import { omit } from "../../runtime/omit.ts";
import type { SttState } from "../../stt/states.ts";
import type { SttAgentHandle } from "../../stt/types/handle.ts";
import { currentRun, inDoubt, type Run } from "../ledger.ts";
import type { SessionState } from "../state.ts";
import { unsettledRuns } from "../activity.ts";
import type { Adapter, Notice, Phase } from "./adapter.ts";

function phaseOf(state: SttState): Phase {
  switch (state) {
    case "idle":
    case "starting":
      return "starting";
    case "recovering":
      return "recovering";
    case "stopping":
      return "stopping";
    case "stopped":
      return "over";
    case "failed":
      return "broken";
    case "running":
    default:
      // Also a word without a name: it answers, so it runs.
      return "running";
  }
}

const read = ({ state }: { state: SttState }) =>
  ({ phase: phaseOf(state), serverStatus: state, files: null, upload: null }) as const;

const readStop = () => ({ ending: "requested", files: [], upload: null }) as const;

const hour = 3_600_000;

/** The older generations: a builder token is the lease. Agora docs: STT acquire, a session lasts 24 hours, 48 at most. */
export const sttTasksAdapter: Adapter<"sttTasks"> = {
  running: "transcribing",
  leased: true,
  namesOthers: true,
  failoverTime: 0,
  longestLife: 48 * hour,
  toIntent: ({ version }, lease, requestedAt) => {
    if (lease === null) throw new TypeError("A task needs a builder token.");
    return { ...lease, version, requestedAt };
  },
  toLease: (intent) => omit(intent, "version", "requestedAt"),
  isMeant: ({ instanceId, version }, intent) => intent.instanceId === instanceId && intent.version === version,
  isFor: ({ instanceId }, lease) => lease.instanceId === instanceId,
  adopt: (error, state) => {
    const { appId, runs, current } = state;
    const { handle, runningTask } = error;
    // What runs was started with the token of a start before this one that is in doubt; else with this one's.
    const isPossible = ({ notMine }: Run<"sttTasks">) => runningTask !== undefined && !notMine.includes(runningTask);
    const others = inDoubt(runs).filter((one) => one.id !== current && isPossible(one));
    const run = others.at(-1) ?? currentRun(state);
    if (runningTask === undefined || !isObject(handle) || !run?.intent) return null;
    const { tokenName, instanceId, version, grant, requestedAt } = run.intent;
    // Behind a proxy what is named comes without its grant, and that of the lease opens no task.
    if (grant !== undefined) return null;
    return { appId, version, tokenName, taskId: runningTask, instanceId, startedAt: requestedAt };
  },
  read,
  readStop,
  // No document says what the notifications of these generations look like.
  readNotice: () => null,
};

/** Agora docs: STT v7 notifications, 101 agent joined, 102 agent left, 104 token will expire */
const joined = 101;
const left = 102;
const tokenExpiring = 104;

/** An event that says the name of its agent: the only one that can tell which one a join in doubt has begun. */
function namedAgent(state: SessionState<"sttAgents">, agentId: string, payload: JsonObject): SttAgentHandle | null {
  const { appId, target, step, finished } = state;
  const doubt = step === "sent" ? currentRun(state) : unsettledRuns(state).at(-1);
  if (!doubt?.intent || finished.includes(agentId) || textAt(payload, "name") !== target.name) return null;
  return { appId, version: "v7", agentId, name: target.name, startedAt: doubt.intent.requestedAt };
}

export const sttAgentsAdapter: Adapter<"sttAgents"> = {
  running: "transcribing",
  leased: false,
  namesOthers: false,
  failoverTime: 0,
  // Agora docs: STT v7, the lifetime of an agent.
  longestLife: 72 * hour,
  toIntent: ({ name, version }, _, requestedAt) => ({ name, version, requestedAt }),
  toLease: () => null,
  isMeant: ({ name }, intent) => intent.name === name,
  isFor: () => false,
  adopt: (error, { appId, target }) => {
    const { handle, runningTask } = error;
    if (runningTask === undefined || !isObject(handle)) return null;
    const startedAt = typeof handle.startedAt === "number" ? handle.startedAt : 0;
    const grant = textAt(handle, "grant");
    const found = { appId, version: "v7", agentId: runningTask, name: target.name, startedAt } as const;
    return grant === undefined ? found : { ...found, grant };
  },
  read,
  readStop,
  readNotice: ({ productId, eventType, sid, noticeId, payload }, state): Notice<"sttAgents"> | null => {
    if (productId !== 20 || !isObject(payload)) return null;
    const agentId = textAt(payload, "agent_id") ?? sid;
    if (agentId === undefined) return null;
    const isKnown = agentId === state.handle?.agentId;
    const found = !isKnown && eventType === tokenExpiring ? namedAgent(state, agentId, payload) : null;
    if (!isKnown && found === null) return null;
    return {
      key: [agentId, noticeId, eventType].join(" "),
      found,
      files: null,
      upload: null,
      isOver: eventType === left,
      check: eventType === joined || eventType === left,
    };
  },
};
