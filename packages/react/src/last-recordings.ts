import type { AnyClient, RecordingSnapshot, SessionStorage } from "@agora-edge/core";
import { sessionsOf } from "@agora-edge/core/page";
import { fuller, isSame, isSameRun, type LastRecording, outcomeOf, readLast, textOf } from "./last-recording.ts";

/** The last recording of one key, for all components of a page. */
export interface LastRecordingStore {
  readonly getSnapshot: () => LastRecording | null;
  /** @param given the storage of the subscriber; the first one that is given counts */
  subscribe(listener: () => void, given: SessionStorage | undefined): () => void;
  forget(given: SessionStorage | undefined): void;
}

const stores: WeakMap<AnyClient, Map<string, LastRecordingStore>> = /* @__PURE__ */ new WeakMap();

/** The store of a key, where a component has used it. */
export function findLastRecording(client: AnyClient, key: string): LastRecordingStore | undefined {
  return stores.get(client)?.get(key);
}

/** The store of a key. Not for renders, which may be thrown away. */
export function lastRecordingStore(client: AnyClient, key: string): LastRecordingStore {
  const ofClient = stores.get(client) ?? new Map<string, LastRecordingStore>();
  const store = ofClient.get(key) ?? createStore(client, key);
  stores.set(client, ofClient.set(key, store));
  return store;
}

function createStore(client: AnyClient, key: string): LastRecordingStore {
  const name = `${key}:last`;
  const listeners = new Set<() => void>();
  /** Recordings whose end was seen: each becomes the last one once. News of it later only change it while it is. */
  const seen = new Set<string>();
  let last: LastRecording | null = null;
  /** What storage does not have yet: the end of a recording, or news of one that has ended. */
  let unsaved: "end" | "news" | null = null;
  /** A read that began before a change says nothing about what came after. */
  let changes = 0;
  let storage: SessionStorage | undefined;
  let unsubscribe: (() => void) | undefined;
  let unfollow: (() => void) | undefined;
  let looked: RecordingSnapshot | undefined;
  let access: Promise<unknown> = Promise.resolve();

  function show(next: LastRecording | null): void {
    if (isSame(next, last)) return;
    last = next;
    for (const listener of listeners) listener();
  }

  /** One access after another. A storage that fails keeps nothing, and what the page has seen stays to be seen. */
  function queue(use: () => unknown): void {
    access = access.then(use).catch(() => {});
  }

  async function sync(): Promise<void> {
    const [from, began] = [storage, changes];
    if (!from) return;
    const stored = readLast(await from.get(name));
    if (began !== changes || from !== storage) return;
    if (last === null || unsaved === null || (unsaved === "news" && !isSameRun(stored, last))) {
      unsaved = null;
      return show(stored);
    }
    const next = fuller(stored, last);
    show(next);
    if (!isSame(next, stored)) await from.set(name, textOf(next));
    if (began === changes) unsaved = null;
  }

  /** Whether the session of the key has come to an end. */
  function look(): void {
    const snapshot = sessionsOf(client).get("recording", key)?.session.getSnapshot();
    if (snapshot === undefined && listeners.size === 0) {
      unfollow?.();
      unfollow = undefined;
    }
    if (snapshot === looked) return;
    looked = snapshot;
    const outcome = outcomeOf(snapshot);
    if (outcome === null) return;
    const { sid } = outcome.handle;
    const isEnd = !seen.has(sid);
    seen.add(sid);
    if (!isEnd && !isSameRun(last, outcome)) return;
    unsaved = isEnd || unsaved === "end" ? "end" : "news";
    changes++;
    show(fuller(last, outcome));
    queue(sync);
  }

  /** Hears of other tabs. */
  function listen(): void {
    unsubscribe?.();
    unsubscribe = undefined;
    try {
      unsubscribe = storage?.subscribe?.(name, () => queue(sync));
    } catch {
      // What other tabs do is not seen then.
    }
  }

  return {
    getSnapshot: () => last,
    subscribe(listener, given) {
      const own = () => listener();
      const isFirst = listeners.size === 0;
      const isBrought = given !== undefined && given !== storage && (isFirst || storage === undefined);
      listeners.add(own);
      if (isBrought) storage = given;
      if (isBrought || isFirst) {
        listen();
        queue(sync);
      }
      unfollow ??= sessionsOf(client).subscribe(look);
      look();
      return () => {
        if (!listeners.delete(own) || listeners.size > 0) return;
        unsubscribe?.();
        unsubscribe = undefined;
        // What is still under way is followed to its end.
        look();
      };
    },
    forget(given) {
      storage ??= given;
      unsaved = null;
      changes++;
      show(null);
      queue(() => storage?.remove(name));
    },
  };
}
