import type { AnyClient, CachedSession } from "@agora-edge/core";
import { inspect } from "@agora-edge/core/inspect";
import { sessionsOf } from "@agora-edge/core/page";
import { emptyLog, type Log, record } from "./log.ts";

/** What the panel shows of a client: another object after every change. */
export interface Recording {
  readonly log: Log;
  readonly sessions: readonly CachedSession[];
}

/** Keeps the log of a client while it has listeners. The log stays when it has none. */
export interface Recorder {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => Recording;
  readonly clear: () => void;
}

const recorders: WeakMap<object, Recorder> = /* @__PURE__ */ new WeakMap();

export function recorderOf(client: AnyClient): Recorder {
  const known = recorders.get(client);
  if (known) return known;
  const recorder = createRecorder(client);
  recorders.set(client, recorder);
  return recorder;
}

function createRecorder(client: AnyClient): Recorder {
  const cache = sessionsOf(client);
  const listeners = new Set<() => void>();
  let snapshot: Recording = { log: emptyLog, sessions: cache.list() };
  let isTelling = false;
  let stop = () => {};

  /** Once for all that one turn brings: components of the app change sessions while they are committed. */
  function changed(log: Log = snapshot.log): void {
    snapshot = { log, sessions: cache.list() };
    if (isTelling) return;
    isTelling = true;
    queueMicrotask(() => {
      isTelling = false;
      for (const listener of listeners) listener();
    });
  }

  function begin(): () => void {
    const ends = [
      inspect(client, (inspection) => changed(record(snapshot.log, inspection))),
      cache.subscribe(() => changed()),
    ];
    changed();
    return () => ends.forEach((end) => end());
  }

  return {
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      if (listeners.size === 1) stop = begin();
      return () => {
        if (listeners.delete(own) && listeners.size === 0) stop();
      };
    },
    getSnapshot: () => snapshot,
    clear: () => changed(emptyLog),
  };
}
