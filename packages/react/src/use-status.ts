import type {
  AnyClient,
  CachedSession,
  IdleSnapshot,
  RecordingSnapshot,
  SessionService,
  SessionSnapshot,
  SessionStorage,
  SttSnapshot,
} from "@agora-edge/core";
import { idleSnapshot, recordingKey, restoringSnapshot, sessionsOf, sttKey } from "@agora-edge/core/page";
import { useContext, useMemo, useSyncExternalStore } from "react";
import { ClientContext, DefaultsContext } from "./session/client-context.ts";
import { mayHold } from "./session/may-hold.ts";
import { noteSpent } from "./session/spent-leases.ts";

/** What names a recording session: its options do. */
export interface RecordingName {
  /** What the session is shared by. Default: made of App ID, `cname` and `uid`. */
  readonly key?: string | undefined;
  readonly cname: string;
  readonly uid: string;
  /** Wins over that of the `AgoraProvider`. */
  readonly client?: AnyClient | undefined;
  /** That of the session: its status then restores from the first render on, as the session does. Default: the provider's. */
  readonly storage?: SessionStorage | undefined;
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

/** What a status is of. */
interface Kind<Snapshot> {
  readonly services: readonly SessionService[];
  /** What the session shows, where the page has it. */
  readonly find: (client: AnyClient, key: string) => Snapshot | undefined;
}

/** Until a component is mounted, none has made the session that looks into a storage. */
function createStore<Snapshot>(client: AnyClient, key: string, { services, find }: Kind<Snapshot>) {
  let hasMounted = false;
  return {
    subscribe: (listener: () => void) => {
      hasMounted = true;
      const leave = services.map((service) => follow(client, service, key, listener));
      return () => leave.forEach((each) => each());
    },
    read: (storage: SessionStorage | undefined) =>
      find(client, key) ?? (!hasMounted && mayHold(storage, key) ? restoringSnapshot : idleSnapshot),
  };
}

function useStatus<Snapshot extends SessionSnapshot>(
  client: AnyClient,
  key: string,
  own: SessionStorage | undefined,
  kind: Kind<Snapshot>,
): Snapshot | IdleSnapshot<never> {
  const provided = useContext(DefaultsContext).storage;
  const storage = own ?? provided;
  const { subscribe, read } = useMemo(() => createStore(client, key, kind), [client, key, kind]);
  const snapshot = useSyncExternalStore<Snapshot | IdleSnapshot<never>>(
    subscribe,
    () => read(storage),
    () => (storage ? restoringSnapshot : idleSnapshot),
  );
  noteSpent(snapshot);
  return snapshot;
}

const recordings: Kind<RecordingSnapshot> = {
  services: ["recording"],
  find: (client, key) => sessionsOf(client).get("recording", key)?.session.getSnapshot(),
};

const transcriptions: Kind<SttSnapshot> = {
  services: ["sttAgents", "sttTasks"],
  find: (client, key) =>
    (sessionsOf(client).get("sttAgents", key) ?? sessionsOf(client).get("sttTasks", key))?.session.getSnapshot(),
};

/**
 * What the recording of a key shows, and no commands: for an indicator in a header, which knows no `clientRequest`. `idle`
 * while no component of the page has a session of this key (`useRecordingSession`). It only looks: with `stopOnUnmount` the
 * recording is stopped when the components with the session have left.
 *
 * @param of the key of the session, or its options, or its channel and uid
 * @param client wins over that of the options, and of the `AgoraProvider`
 * @example
 * const { status } = useRecordingStatus({ cname: "room-1", uid: "900001" });
 */
export function useRecordingStatus(of: string | RecordingName, client?: AnyClient): RecordingSnapshot {
  const named = typeof of === "string" ? undefined : of;
  const agora = useClient("useRecordingStatus", client ?? named?.client);
  const key = typeof of === "string" ? of : recordingKey(agora.appId, of);
  return useStatus(agora, key, named?.storage, recordings);
}

/**
 * What the transcription of a key shows, and no commands. `idle` while no component of the page has a session of this key
 * (`useSttTask`).
 *
 * @param of the key of the session, or the name of the agent (v7)
 * @param client wins over that of the `AgoraProvider`
 */
export function useSttStatus(
  of: string | { readonly name: string; readonly storage?: SessionStorage | undefined },
  client?: AnyClient,
): SttSnapshot {
  const named = typeof of === "string" ? undefined : of;
  const agora = useClient("useSttStatus", client);
  const key = typeof of === "string" ? of : sttKey(agora.appId, { version: "v7", name: of.name, request: unasked });
  return useStatus(agora, key, named?.storage, transcriptions);
}

/** Only the key is made of it. */
const unasked = () => Promise.reject(new TypeError("A status asks for no request."));
