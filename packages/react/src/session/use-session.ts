import type { SessionOf, SessionOptions, SessionService, SessionSnapshot } from "@agora-edge/core";
import { idleSnapshot, sessionsOf } from "@agora-edge/core/page";
import { useInsertionEffect, useMemo, useState, useSyncExternalStore } from "react";
import { createBinding, type Runner, type SessionHookOptions, type SessionKind, type Wanted } from "./binding.ts";

const getIdle = () => idleSnapshot;

/** A component's view of one session, and commands that stay the same for its whole life. */
export function useSession<S extends SessionService, O extends SessionOptions & SessionHookOptions, C extends object>(
  kind: SessionKind<S, O>,
  { client, service, key, options }: Wanted<S, O>,
  makeCommands: (runner: Runner<SessionOf[S], O>) => C,
): SessionSnapshot<S> & C {
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
        return cached ? kind.snapshotOf(cached.session) : idleSnapshot;
      },
    ],
    [kind, binding, client, service, key],
  );
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, getIdle);
  return useMemo(() => ({ ...snapshot, ...commands }), [snapshot, commands]);
}
