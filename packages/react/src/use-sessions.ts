import type {
  AnyClient,
  CachedSession,
  RecordingSnapshot,
  SessionCache,
  SessionService,
  SttSnapshot,
} from "@agora-edge/core";
import { sessionsOf } from "@agora-edge/core/page";
import { useMemo, useSyncExternalStore } from "react";
import type { Command } from "./session/commands.ts";
import { useClient } from "./use-status.ts";

/** A session in which something runs, or may run. */
interface Active<Service extends SessionService, Snapshot> {
  /** Tells recordings from transcriptions. */
  readonly service: Service;
  /** The key of the session: one for each service and key. */
  readonly key: string;
  /** What it shows. */
  readonly snapshot: Snapshot;
  /** Stops it. The promise may be left alone: the snapshot shows a failure. */
  readonly stop: Command<Promise<Snapshot>>;
}

/** A recording that runs, or may run. */
export interface ActiveRecording extends Active<"recording", RecordingSnapshot> {}

/** A transcription that runs, or may run. */
export interface ActiveTranscription extends Active<"sttAgents" | "sttTasks", SttSnapshot> {}

/** What `useSessions` lists: the same object until its snapshot changes. */
export type ActiveSession = ActiveRecording | ActiveTranscription;

/** Passes on what a command does; a failure that nobody waits for is in the snapshot. */
function calmly<Snapshot>(stop: () => Promise<Snapshot>): Command<Promise<Snapshot>> {
  return () => {
    const result = stop();
    result.catch(() => {});
    return result;
  };
}

/** One session as it is now; null while nothing runs in it. */
function readSession(cache: SessionCache, { service, key }: CachedSession): ActiveSession | null {
  if (service === "recording") {
    const cached = cache.get(service, key);
    const snapshot = cached?.session.getSnapshot();
    if (!cached || !snapshot?.isActive) return null;
    return { service, key, snapshot, stop: calmly(() => cached.run((session) => session.stop())) };
  }
  const cached = cache.get(service, key);
  const snapshot = cached?.session.getSnapshot();
  if (!cached || !snapshot?.isActive) return null;
  return { service, key, snapshot, stop: calmly(() => cached.run((session) => session.stop())) };
}

const none: readonly ActiveSession[] = [];

function createStore(client: AnyClient) {
  const cache = sessionsOf(client);
  const known = new WeakMap<CachedSession, ActiveSession>();
  let shown = none;

  function getSnapshot(): readonly ActiveSession[] {
    const rows = cache.list().flatMap((cached) => {
      const before = known.get(cached);
      if (before && before.snapshot === cached.session.getSnapshot()) return [before];
      const row = readSession(cache, cached);
      if (!row) return [];
      known.set(cached, row);
      return [row];
    });
    const isSame = rows.length === shown.length && rows.every((row, index) => row === shown[index]);
    if (!isSame) shown = rows;
    return shown;
  }

  function subscribe(listener: () => void): () => void {
    // Somebody looks: checks go on where no component uses the session.
    const watched = new Map<CachedSession, () => void>();
    let told = getSnapshot();
    const look = () => {
      const rows = getSnapshot();
      const active = cache.list().filter((cached) => rows.some((row) => row === known.get(cached)));
      for (const [cached, leave] of watched) {
        if (active.includes(cached)) continue;
        watched.delete(cached);
        leave();
      }
      for (const cached of active) {
        if (watched.has(cached)) continue;
        // Known before it is told of: that this one looks is a change too.
        watched.set(cached, () => {});
        watched.set(
          cached,
          cached.watch(() => {}),
        );
      }
      if (rows === told) return;
      told = rows;
      listener();
    };
    const unsubscribe = cache.subscribe(look);
    look();
    return () => {
      unsubscribe();
      for (const leave of watched.values()) leave();
    };
  }

  return { subscribe, getSnapshot };
}

/**
 * What runs in this page, recordings and transcriptions: for a list in a header, or a warning before the page is left. It
 * renders when something begins to run, ends, or shows something else. It only looks, as `useRecordingStatus` does, and it lists the
 * sessions of hooks and of `sessionsOf(client)`, not those that you create yourself.
 *
 * @param client wins over that of the `AgoraProvider`
 * @example
 * useSessions().map(({ key, snapshot, stop }) => <li key={key}>{snapshot.status} <button onClick={stop}>Stop</button></li>);
 */
export function useSessions(client?: AnyClient): readonly ActiveSession[] {
  const agora = useClient("useSessions", client);
  const { subscribe, getSnapshot } = useMemo(() => createStore(agora), [agora]);
  return useSyncExternalStore(subscribe, getSnapshot, () => none);
}
