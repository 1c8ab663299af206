import type { RecordingHandle } from "../../recording/types/handle.ts";
import type { SttAgentHandle, SttTaskHandle } from "../../stt/types/handle.ts";
import { keepAlive } from "../http/context.ts";
import { HookTimeout, withHookTimeout, type HookLimit } from "../http/hook-timeout.ts";
import { report } from "../http/report.ts";
import type { AgoraHandlerOptions } from "./options.ts";
import type { Identified } from "./steps.ts";

/** Tells the app of a handle, and whose it is. */
export type HandleTeller = (
  handle: object,
  grant: string | undefined,
  context: Pick<Identified, "identity" | "server">,
) => Promise<void>;

/** Lets the app store a handle before the page gets it. A store that takes too long goes on, and the page gets its answer. */
export function createHandleTeller(
  { onHandle, onError }: Pick<AgoraHandlerOptions, "onHandle" | "onError">,
  limit: HookLimit,
): HandleTeller {
  return async (handle, grant, { identity, server }) => {
    if (!onHandle) return;
    const known = handle as RecordingHandle | SttTaskHandle | SttAgentHandle;
    const store = async (): Promise<unknown> =>
      onHandle(grant === undefined ? known : { ...known, grant }, identity.subject);
    const storing = store();
    try {
      await withHookTimeout("onHandle", storing, limit);
    } catch (error) {
      report(error, onError);
      if (!(error instanceof HookTimeout)) return;
      keepAlive(
        server,
        storing.catch((late: unknown) => report(late, onError)),
      );
    }
  };
}
