import type { AgoraClient, AgoraOperation, Session, SessionOptions, SessionSnapshot } from "@agora-edge/core";
import { createSttTask, createWorld, isPage } from "./setup.ts";

/** What sessions of all three services have in common, for tests that hold for each. */
interface AnySession extends Pick<Session, "subscribe" | "dispose" | "toJSON" | "key"> {
  readonly acquire: () => Promise<unknown>;
  readonly start: () => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
  readonly getSnapshot: () => SessionSnapshot;
}

export interface KindOfSession {
  readonly start: AgoraOperation;
  readonly stop: AgoraOperation;
  /** What runs and costs money. */
  readonly live: () => number;
  readonly open: (options: SessionOptions, client?: AgoraClient) => AnySession;
}

const request = {
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", pubBotUid: "47091", subBotUid: "47092" },
} as const;

const live = (runs: readonly { readonly live: boolean }[]) => runs.filter((run) => run.live).length;

type Kind = "recording" | "v7" | "v6";

export const allKinds: readonly Kind[] = ["recording", "v7", "v6"];

/**
 * Those whose start in doubt can be settled by a repeat. The proxy gives no grant for what its refusal names, so a page cannot
 * stop a transcription that way.
 */
export const namedByRepeats: readonly Kind[] = isPage ? ["recording"] : allKinds;

/** A world in which a repeated start names what runs, with one kind of session. */
export function worldOf(kind: Kind) {
  const world = createWorld({ repeatedStartNamesSid: true, sttConflictNamesAgent: true });
  const { fake, agora, storage, newSession } = world;
  fake.channel("room-1").join("1001");
  const kinds: Record<Kind, KindOfSession> = {
    recording: {
      start: "recording.start",
      stop: "recording.stop",
      live: () => live(fake.recordings),
      open: (options, client) => newSession(options, client),
    },
    v7: {
      start: "sttAgents.join",
      stop: "sttAgents.leave",
      live: () => live(fake.agents),
      open: (options, client = agora) =>
        createSttTask(client, {
          version: "v7",
          request: { name: "room-1", languages: ["en-US"], rtcConfig: { channelName: "room-1", pubBotUid: "47091" } },
          storage,
          ...options,
        }),
    },
    v6: {
      start: "sttTasks.start",
      stop: "sttTasks.stop",
      live: () => live(fake.tasks),
      open: (options, client = agora) => createSttTask(client, { version: "v6", request, storage, ...options }),
    },
  };
  return { ...world, ...kinds[kind] };
}
