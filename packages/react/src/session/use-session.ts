import type { SessionOf, SessionOptions, SessionService, SessionSnapshot, SessionStorage } from "@agora-edge/core";
import { idleSnapshot, restoringSnapshot, sessionsOf } from "@agora-edge/core/page";
import { useContext, useInsertionEffect, useMemo, useState, useSyncExternalStore } from "react";
import { DefaultsContext, withDefaults } from "./client-context.ts";
import { createBinding, type Runner, type SessionHookOptions, type SessionKind, type Wanted } from "./binding.ts";
import type { SessionCallbacks } from "./callbacks.ts";

/** A component's view of one session, and commands that stay the same for its whole life. */
export function useSession<
  S extends SessionService,
  O extends SessionOptions & SessionHookOptions & SessionCallbacks<S>,
  C extends object,
>(
  kind: SessionKind<S, O>,
  { client, service, key, options: own }: Wanted<S, O>,
  makeCommands: (runner: Runner<SessionOf[S], O>) => C,
): SessionSnapshot<S> & C {
  const options = withDefaults(own, useContext(DefaultsContext));
  const { storage } = options;
  const isRestored = storage !== undefined && options.restore === undefined;
  const first = isRestored ? restoringSnapshot : idleSnapshot;
  const [{ binding, commands }] = useState(() => {
    const binding = createBinding(kind, { client, service, key, options });
    return { binding, commands: makeCommands(binding) };
  });
  // Before any layout effect or handler that could call a command, and only for what is really shown.
  useInsertionEffect(() => binding.commit({ client, service, key, options }));

  const [subscribe, getSnapshot] = useMemo(
    () => [
      // The first to subscribe makes the session: nothing is made, read or sent for a render that is thrown away.
      (listener: () => void) => binding.join(listener),
      (): SessionSnapshot<S> => {
        const cached = sessionsOf(client).get(service, key);
        if (cached) return kind.snapshotOf(cached.session);
        return isRestored && isEmpty(storage, key) ? idleSnapshot : first;
      },
    ],
    [kind, binding, client, service, key, storage, isRestored, first],
  );
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, () => first);
  return useMemo(() => ({ ...snapshot, ...commands }), [snapshot, commands]);
}

/** Whether a storage that answers at once has nothing to restore. */
function isEmpty(storage: SessionStorage, key: string): boolean {
  try {
    return storage.isAsync === false && (storage.get(key) ?? null) === null;
  } catch {
    return false;
  }
}
