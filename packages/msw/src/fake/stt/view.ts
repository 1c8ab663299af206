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
  /** The name of the channel. */
  readonly channel: string;
  /** The bot that listens; in v7 the same as `pubBotUid`. */
  readonly subBotUid: string;
  /** The bot that sends captions. */
  readonly pubBotUid: string;
  /** What is recognized. */
  readonly languages: readonly string[];
  /** Speakers for whom other languages are recognized. */
  readonly uidLanguages: readonly SpeakerLanguages[];
  /** Null: everybody. */
  readonly subscribed: readonly string[] | null;
  /** Who is not listened to. */
  readonly unsubscribed: readonly string[];
  /** Whether it translates now, and what it would. */
  readonly translates: boolean;
  /** What is translated, and to what. */
  readonly translations: readonly Translation[];
  readonly startedAt: number;
  /** When it ended, in Unix ms. */
  readonly endedAt?: number;
  /** Why it ended. */
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
  /** As query answers it. */
  readonly status: TaskStatus;
}

/** An agent of v7 as the fake knows it. */
export interface SttAgentView extends SttView {
  readonly agentId: string;
  /** As join was given it. */
  readonly name: string;
  /** As get answers it. */
  readonly status: AgentStatus;
  /** Why it failed. */
  readonly message: string;
  /** Words that are recognized better. */
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
