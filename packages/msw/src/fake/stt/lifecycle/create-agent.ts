import { text, type JsonObject } from "../../runtime/json.ts";
import { reportStart } from "../../state/started.ts";
import { later } from "../../state/jobs.ts";
import type { ServiceState } from "../../state/state.ts";
import type { TokenFacts } from "../run/token-facts.ts";
import { seconds, sendAgentEvent } from "./notify.ts";
import { endRun } from "./ending.ts";
import { beginCaptions, beginRun, enterChannel, review } from "./presence.ts";
import { readFlatConfig } from "../run/read-config.ts";
import { freshRun, type SttAgent } from "../run/run.ts";
import { joinMs, lifetimeMs, tokenWarningMs } from "../run/timing.ts";

/** Starts an agent with a checked body. */
export function createAgent(state: ServiceState, body: JsonObject, facts: ReadonlyMap<string, TokenFacts>): SttAgent {
  const agent: SttAgent = {
    ...freshRun(state.ids.agentId(), state.scheduler.now(), readFlatConfig(body, "agent", facts)),
    family: "agent",
    name: text(body.name, ""),
    status: "STARTING",
    message: "ok",
  };
  state.stt.agents.set(agent.id, agent);
  later(state, agent, joinMs, () => {
    if (enterChannel(state, agent)) arrive(state, agent);
  });
  later(state, agent, lifetimeMs, () => endRun(state, agent, "lifetime"));
  warnOfToken(state, agent);
  review(state, agent);
  reportStart(state, { service: "sttAgents", id: agent.id, channel: agent.config.channel });
  return agent;
}

function arrive(state: ServiceState, agent: SttAgent): void {
  agent.status = "RUNNING";
  sendAgentEvent(state, agent, 101, { start_ts: seconds(agent.createdAt) });
  beginRun(state, agent);
}

/** The agent moves to another server and comes back. */
export function loseAgentServer(state: ServiceState, agent: SttAgent, ms: number): void {
  agent.status = "RECOVERING";
  agent.isIn = false;
  later(state, agent, ms, () => {
    if (!enterChannel(state, agent)) return;
    agent.status = "RUNNING";
    beginCaptions(state, agent);
  });
}

/** Event 104, not for tokens that never lived longer than the warning. */
function warnOfToken(state: ServiceState, agent: SttAgent): void {
  const facts = agent.config.bots[0]?.facts;
  if (!facts || facts.endsAt - facts.issuedAt <= tokenWarningMs) return;
  const ms = facts.endsAt - tokenWarningMs - state.scheduler.now();
  if (ms < 0) return;
  later(state, agent, ms, () =>
    sendAgentEvent(state, agent, 104, {
      name: agent.name,
      start_ts: seconds(agent.createdAt),
      message: "token will expire!",
    }),
  );
}
