import type { AnyClient, CachedSession, RecordingSnapshot, SessionService, SttSnapshot } from "@agora-edge/core";
import { idleSnapshot, recordingKey, sessionsOf, sttKey } from "@agora-edge/core/page";
import { useContext, useMemo, useSyncExternalStore } from "react";
import { ClientContext } from "./session/client-context.ts";
import { noteSpent } from "./session/spent-leases.ts";

const getIdle = () => idleSnapshot;

/** What names a recording session: its options do. */
export interface RecordingName {
  readonly key?: string | undefined;
  readonly cname: string;
  readonly uid: string;
  /** Wins over that of the `AgoraProvider`. */
  readonly client?: AnyClient | undefined;
}

/** Follows the session of a key as it comes and goes, as somebody who only looks. */
function follow(client: AnyClient, service: SessionService, key: string, listener: () => void): () => void {
  const cache = sessionsOf(client);
  let used: CachedSession | undefined;
  let leave = () => {};
  const look = () => {
    const found = cache.get(service, key);
    if (found === used) return;
    used = found;
    leave();
    leave = found?.watch(listener) ?? (() => {});
    listener();
  };
  const unsubscribe = cache.subscribe(look);
  look();
  return () => {
    unsubscribe();
    leave();
  };
}

/** The client of a hook: its own, else that of the `AgoraProvider`. */
export function useClient(hook: string, client: AnyClient | undefined): AnyClient {
  const provided = useContext(ClientContext);
  const found = client ?? provided;
  if (found) return found;
  throw new Error(`${hook} found no client: wrap this component in <AgoraProvider client={createAgoraClient(…)}>.`);
}

/**
 * What the recording of a key shows, and no commands: for an indicator in a header, which knows no `clientRequest`. `idle`
 * while no component of the page has a session of this key (`useRecordingSession`), and in the commit in which the first one
 * mounts. It only looks: with `stopOnUnmount` the recording is stopped when the components with the session have left.
 *
 * @param of the key of the session, or its options, or its channel and uid
 * @param client wins over that of the options, and of the `AgoraProvider`
 * @example
 * const { status } = useRecordingStatus({ cname: "room-1", uid: "900001" });
 */
export function useRecordingStatus(of: string | RecordingName, client?: AnyClient): RecordingSnapshot {
  const agora = useClient("useRecordingStatus", client ?? (typeof of === "string" ? undefined : of.client));
  const key = typeof of === "string" ? of : recordingKey(agora.appId, of);
  const [subscribe, getSnapshot] = useMemo(
    () => [
      (listener: () => void) => follow(agora, "recording", key, listener),
      (): RecordingSnapshot => sessionsOf(agora).get("recording", key)?.session.getSnapshot() ?? idleSnapshot,
    ],
    [agora, key],
  );
  const snapshot = useSyncExternalStore<RecordingSnapshot>(subscribe, getSnapshot, getIdle);
  noteSpent(snapshot);
  return snapshot;
}

/**
 * What the transcription of a key shows, and no commands. `idle` while no component of the page has a session of this key
 * (`useSttTask`).
 *
 * @param of the key of the session, or the name of the agent (v7)
 * @param client wins over that of the `AgoraProvider`
 */
export function useSttStatus(of: string | { readonly name: string }, client?: AnyClient): SttSnapshot {
  const agora = useClient("useSttStatus", client);
  const key = typeof of === "string" ? of : sttKey(agora.appId, { version: "v7", name: of.name, request: unasked });
  const [subscribe, getSnapshot] = useMemo(() => {
    const find = () => sessionsOf(agora).get("sttAgents", key) ?? sessionsOf(agora).get("sttTasks", key);
    return [
      (listener: () => void) => {
        const leave = (["sttAgents", "sttTasks"] as const).map((service) => follow(agora, service, key, listener));
        return () => leave.forEach((each) => each());
      },
      (): SttSnapshot => find()?.session.getSnapshot() ?? idleSnapshot,
    ];
  }, [agora, key]);
  const snapshot = useSyncExternalStore<SttSnapshot>(subscribe, getSnapshot, getIdle);
  noteSpent(snapshot);
  return snapshot;
}

/** Only the key is made of it. */
const unasked = () => Promise.reject(new TypeError("A status asks for no request."));
