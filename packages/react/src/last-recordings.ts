import type { AnyClient, RecordingSnapshot, SessionStorage } from "@agora-edge/core";
import { sessionsOf } from "@agora-edge/core/page";
import {
  fuller,
  isSame,
  isSameRun,
  type Known,
  type LastRecording,
  outcomeOf,
  readLast,
  textOf,
} from "./last-recording.ts";
import { memoryOf } from "./memories.ts";

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
  const memory = memoryOf(client);
  const known: Known = memory.get(key) ?? { last: null, seen: new Set(), unsaved: null, changes: 0 };
  memory.set(key, known);
  const name = `${key}:last`;
  const listeners = new Set<() => void>();
  let storage: SessionStorage | undefined;
  let unsubscribe: (() => void) | undefined;
  let unfollow: (() => void) | undefined;
  let looked: RecordingSnapshot | undefined;
  let access: Promise<unknown> = Promise.resolve();

  function show(next: LastRecording | null): void {
    if (isSame(next, known.last)) return;
    known.last = next;
    for (const listener of listeners) listener();
  }

  /** One access after another. A storage that fails keeps nothing, and what the page has seen stays to be seen. */
  function queue(use: () => unknown): void {
    access = access.then(use).catch(() => {});
  }

  async function sync(): Promise<void> {
    const [from, began] = [storage, known.changes];
    if (!from) return;
    const stored = readLast(await from.get(name));
    if (began !== known.changes || from !== storage) return;
    if (known.last === null || known.unsaved === null || (known.unsaved === "news" && !isSameRun(stored, known.last))) {
      known.unsaved = null;
      return show(stored);
    }
    const next = fuller(stored, known.last);
    show(next);
    if (!isSame(next, stored)) await from.set(name, textOf(next));
    if (began === known.changes) known.unsaved = null;
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
    const isEnd = !known.seen.has(sid);
    known.seen.add(sid);
    if (!isEnd && !isSameRun(known.last, outcome)) return;
    known.unsaved = isEnd || known.unsaved === "end" ? "end" : "news";
    known.changes++;
    show(fuller(known.last, outcome));
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
    getSnapshot: () => known.last,
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
      known.unsaved = null;
      known.changes++;
      show(null);
      queue(() => storage?.remove(name));
    },
  };
}
