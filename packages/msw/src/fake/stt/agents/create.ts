import { text, type JsonObject } from "../../json.ts";
import { reportStart } from "../../started.ts";
import { later } from "../../tasks/jobs.ts";
import type { World } from "../../world.ts";
import type { TokenFacts } from "../http/token-facts.ts";
import { seconds, sendAgentEvent } from "../notifications/send.ts";
import { endRun } from "../run/ending.ts";
import { beginCaptions, beginRun, enterChannel, review } from "../run/presence.ts";
import { readFlatConfig } from "../run/read-config.ts";
import { freshRun, type SttAgent } from "../run/run.ts";
import { joinMs, lifetimeMs, tokenWarningMs } from "../run/timing.ts";

/** Starts an agent with a checked body. */
export function createAgent(world: World, body: JsonObject, facts: ReadonlyMap<string, TokenFacts>): SttAgent {
  const agent: SttAgent = {
    ...freshRun(world.ids.agentId(), world.scheduler.now(), readFlatConfig(body, "agent", facts)),
    family: "agent",
    name: text(body.name, ""),
    status: "STARTING",
    message: "ok",
  };
  world.stt.agents.set(agent.id, agent);
  later(world, agent, joinMs, () => {
    if (enterChannel(world, agent)) arrive(world, agent);
  });
  later(world, agent, lifetimeMs, () => endRun(world, agent, "lifetime"));
  warnOfToken(world, agent);
  review(world, agent);
  reportStart(world, { service: "sttAgents", id: agent.id, channel: agent.config.channel });
  return agent;
}

function arrive(world: World, agent: SttAgent): void {
  agent.status = "RUNNING";
  sendAgentEvent(world, agent, 101, { start_ts: seconds(agent.createdAt) });
  beginRun(world, agent);
}

/** The agent moves to another server and comes back. */
export function loseAgentServer(world: World, agent: SttAgent, ms: number): void {
  agent.status = "RECOVERING";
  agent.isIn = false;
  later(world, agent, ms, () => {
    if (!enterChannel(world, agent)) return;
    agent.status = "RUNNING";
    beginCaptions(world, agent);
  });
}

/** Event 104, not for tokens that never lived longer than the warning. */
function warnOfToken(world: World, agent: SttAgent): void {
  const facts = agent.config.bots[0]?.facts;
  if (!facts || facts.endsAt - facts.issuedAt <= tokenWarningMs) return;
  const ms = facts.endsAt - tokenWarningMs - world.scheduler.now();
  if (ms < 0) return;
  later(world, agent, ms, () =>
    sendAgentEvent(world, agent, 104, {
      name: agent.name,
      start_ts: seconds(agent.createdAt),
      message: "token will expire!",
    }),
  );
}
