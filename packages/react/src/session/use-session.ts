import type { Session, SessionOptions, SessionService, SessionSnapshot } from "@agora-edge/core";
import { useInsertionEffect, useMemo, useState, useSyncExternalStore } from "react";
import { createBinding, type Runner, type SessionHookOptions } from "./binding.ts";
import { idle } from "./idle.ts";
import type { Registry, Wanted } from "./registry.ts";

const getIdle = () => idle;

/** A component's view of one session, and commands that stay the same for its whole life. */
export function useSession<
  S extends SessionService,
  T extends Session<S> & { readonly configure: (options: O) => void },
  O extends SessionOptions & SessionHookOptions,
  C extends object,
>(
  registry: Registry<S, T, O>,
  { client, key, options }: Wanted<O>,
  makeCommands: (runner: Runner<T>) => C,
): SessionSnapshot<S> & C {
  const [{ binding, commands }] = useState(() => {
    const binding = createBinding({ registry, client, key, options });
    return { binding, commands: makeCommands(binding) };
  });
  // Before any layout effect or handler that could call a command, and only for what is really shown.
  useInsertionEffect(() => binding.commit({ registry, client, key, options }));

  const [subscribe, getSnapshot] = useMemo(
    () => [
      // The first to subscribe makes the session: nothing is made, read or sent for a render that is thrown away.
      (listener: () => void) => binding.join(listener),
      (): SessionSnapshot<S> => registry.peek(client, key)?.getSnapshot() ?? idle,
    ],
    [binding, registry, client, key],
  );
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, getIdle);
  return useMemo(() => ({ ...snapshot, ...commands }), [snapshot, commands]);
}
