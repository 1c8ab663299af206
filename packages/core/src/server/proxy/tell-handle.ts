import type { RecordingHandle } from "../../recording/types/handle.ts";
import type { SttAgentHandle, SttTaskHandle } from "../../stt/types/handle.ts";
import { keepAlive, type ServerContext } from "../http/context.ts";
import { HookTimeout, inTime, type Patience } from "../http/in-time.ts";
import { report } from "../http/report.ts";
import type { AgoraHandlerOptions } from "./options.ts";

/** Whose the handle is, and what may outlive the answer. */
interface Owner {
  readonly subject: string;
  readonly server: ServerContext | undefined;
}

/** Lets the app store what runs before anybody hears of it. A store that takes too long goes on, and holds nobody. */
export function createHandleTeller(
  { onHandle, onError }: Pick<AgoraHandlerOptions, "onHandle" | "onError">,
  patience: Patience,
): (handle: object, grant: string | undefined, owner: Owner) => Promise<void> {
  return async (handle, grant, { subject, server }) => {
    if (!onHandle) return;
    const known = handle as RecordingHandle | SttTaskHandle | SttAgentHandle;
    const store = async (): Promise<unknown> => onHandle(grant === undefined ? known : { ...known, grant }, subject);
    const storing = store();
    try {
      await inTime("onHandle", storing, patience);
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
