import type { SessionOf, SessionOptions, SessionService, SessionSnapshot } from "@agora-edge/core";
import { idleSnapshot, restoringSnapshot, sessionsOf } from "@agora-edge/core/page";
import { useContext, useInsertionEffect, useMemo, useState, useSyncExternalStore } from "react";
import { DefaultsContext, withDefaults } from "./client-context.ts";
import { createBinding, type Runner, type SessionHookOptions, type SessionKind, type Wanted } from "./binding.ts";
import type { SessionCallbacks } from "./callbacks.ts";
import { mayHold } from "./may-hold.ts";
import { noteSpent } from "./spent-leases.ts";

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
  const { storage, restore } = options;
  const isLooking = storage !== undefined && (restore ?? undefined) === undefined;
  const first = isLooking || restore ? restoringSnapshot : idleSnapshot;
  const [{ binding, commands }] = useState(() => {
    const binding = createBinding(kind, { client, service, key, options });
    return { binding, commands: makeCommands(binding) };
  });
  // Before any layout effect or handler that could call a command, and only for what is really shown.
  useInsertionEffect(() => binding.commit({ client, service, key, options }));

  // A storage that is written inline is no other one.
  const [subscribe, getSnapshot] = useMemo(
    () => [
      // The first to subscribe makes the session: nothing is made, read or sent for a render that is thrown away.
      (listener: () => void) => binding.join(listener),
      (): SessionSnapshot<S> => {
        const cached = sessionsOf(client).get(service, key);
        const shown = cached && kind.snapshotOf(cached.session);
        // One without a storage gets that of this component, and looks into it.
        const isKept =
          cached && (cached.storage !== undefined || shown?.status !== "idle" || !cached.session.isDisposable());
        if (shown && (isKept || !isLooking)) return shown;
        return isLooking && !mayHold(binding.options().storage, key) ? (shown ?? idleSnapshot) : first;
      },
    ],
    [kind, binding, client, service, key, isLooking, first],
  );
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, () => first);
  noteSpent(snapshot);
  return useMemo(() => ({ ...snapshot, ...commands }), [snapshot, commands]);
}
