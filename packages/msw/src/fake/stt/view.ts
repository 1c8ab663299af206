import type { SpeakerLanguages, Translation } from "./run/config.ts";
import {
  isAlive,
  type AgentStatus,
  type SttAgent,
  type SttEnding,
  type SttRun,
  type SttTask,
  type TaskStatus,
  type TaskVersion,
} from "./run/run.ts";

interface SttView {
  readonly channel: string;
  readonly subBotUid: string;
  readonly pubBotUid: string;
  readonly languages: readonly string[];
  readonly uidLanguages: readonly SpeakerLanguages[];
  /** Null: everybody. */
  readonly subscribed: readonly string[] | null;
  readonly unsubscribed: readonly string[];
  /** Whether it translates now, and what it would. */
  readonly translates: boolean;
  readonly translations: readonly Translation[];
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly ending?: SttEnding;
  /** Of the last update. */
  readonly sequenceId: number | null;
  /** Whether it costs money: it was started and has not ended. */
  readonly live: boolean;
}

/** A task of the builder-token family as the fake knows it. */
export interface SttTaskView extends SttView {
  readonly taskId: string;
  readonly tokenName: string;
  readonly instanceId: string;
  readonly version: TaskVersion;
  readonly status: TaskStatus;
}

/** An agent of v7 as the fake knows it. */
export interface SttAgentView extends SttView {
  readonly agentId: string;
  readonly name: string;
  readonly status: AgentStatus;
  readonly message: string;
  readonly keywords: readonly string[];
}

function viewOf(run: SttRun): SttView {
  const { channel, subBotUid, pubBotUid, languages, uidLanguages, subscribed, unsubscribed } = run.config;
  return {
    channel,
    subBotUid,
    pubBotUid,
    languages,
    uidLanguages,
    subscribed,
    unsubscribed,
    translates: run.config.translates,
    translations: run.config.translations,
    startedAt: run.createdAt,
    ...(run.endedAt === null ? {} : { endedAt: run.endedAt }),
    ...(run.ending === null ? {} : { ending: run.ending }),
    sequenceId: run.sequenceId,
    live: isAlive(run),
  };
}

export const taskView = (task: SttTask): SttTaskView => ({
  taskId: task.id,
  tokenName: task.tokenName,
  instanceId: task.instanceId,
  version: task.version,
  status: task.status,
  ...viewOf(task),
});

export const agentView = (agent: SttAgent): SttAgentView => ({
  agentId: agent.id,
  name: agent.name,
  status: agent.status,
  message: agent.message,
  keywords: agent.config.keywords,
  ...viewOf(agent),
});
