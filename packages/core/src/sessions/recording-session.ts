import { recordingPort } from "../effects/services.ts";
import type { ClientWith } from "../client/service-client.ts";
import type { SessionSnapshot } from "../machine/snapshot-types.ts";
import type { AcquireClientRequest } from "../recording/types/acquire.ts";
import type { ClientRequest } from "../recording/types/client-request.ts";
import type { RecordingHandle } from "../recording/types/handle.ts";
import type { KnownRecordingMode, RecordingMode, RecordingModeWithoutLayout } from "../recording/types/mode.ts";
import type { StopClientRequest } from "../recording/types/stop.ts";
import type { UpdateLayoutClientRequest } from "../recording/types/update-layout.ts";
import type { UpdateClientRequest } from "../recording/types/update.ts";
import type { Resolvable, SessionOptions } from "./options.ts";
import { recordingKey } from "./recording-key.ts";
import { createSession } from "./session.ts";
import type { Session } from "./session-type.ts";

/** What is recorded, and how the session behaves. */
export interface RecordingSessionOptions<Mode extends RecordingMode = KnownRecordingMode> extends SessionOptions {
  /** The channel; for a web page a label. */
  cname: string;
  /** The recorder's own uid, which nobody in the channel has. */
  uid: string;
  mode: Mode;
  /** acquire's `clientRequest`; `scene: 1` is set for web pages. */
  acquire?: AcquireClientRequest | undefined;
  /** start's `clientRequest`, or a function that makes it: asked once per start, repeats send the same. */
  clientRequest: Resolvable<ClientRequest<Mode>>;
  /** stop's `clientRequest`. Default: the answer waits for the upload. */
  stop?: StopClientRequest | undefined;
}

/** What a recording session shows. */
export type RecordingSnapshot = SessionSnapshot<"recording">;

/**
 * One recording after another under one key: its life cycle, its errors, its five-minute leases. Nothing is sent before a
 * command, or before storage names something that runs.
 */
export interface RecordingSession<Mode extends RecordingMode = KnownRecordingMode> extends Session<"recording"> {
  /** Replaces the subscription, pauses a page, or refreshes storage credentials. One after another. */
  update(this: void, clientRequest: UpdateClientRequest<Mode>): Promise<void>;
  /** Replaces the whole layout: of several that wait only the last is sent. Of the known modes only `mix` has one. */
  updateLayout(
    this: void,
    clientRequest: Mode extends RecordingModeWithoutLayout ? never : UpdateLayoutClientRequest,
  ): Promise<void>;
  /** Options of the next start and stop. Key, storage and monitor stay what they were. */
  configure(this: void, options: RecordingSessionOptions<Mode>): void;
}

/**
 * A recording that cannot be lost: `start()` gets the lease, stores what it is about to do, and tells the truth about it
 * until the end.
 *
 * @param client made by `createAgoraClient` or `createRecording`
 */
export function createRecordingSession<const Mode extends RecordingMode>(
  client: ClientWith<"recording">,
  options: RecordingSessionOptions<Mode>,
): RecordingSession<Mode> {
  const { appId, recording } = client;
  let wanted = options;
  /** Those of the start that is under way. */
  let asked = options;
  const core = createSession({
    client,
    appId,
    service: "recording",
    key: recordingKey(appId, options),
    options,
    port: recordingPort(
      () => recording,
      () => ({ acquire: asked.acquire, stop: wanted.stop }),
    ),
    target: () => {
      asked = wanted;
      return { cname: asked.cname, uid: asked.uid, mode: asked.mode };
    },
    prepare: (context) =>
      typeof asked.clientRequest === "function" ? asked.clientRequest(context) : asked.clientRequest,
  });
  const { change, ...session } = core;
  return {
    ...session,
    update: (clientRequest) =>
      change((handle, call) => recording.update<Mode>(handle as RecordingHandle<Mode>, clientRequest, call)),
    updateLayout: (clientRequest) =>
      change(
        (handle, call) => recording.updateLayout(handle as RecordingHandle<"mix">, clientRequest, call),
        "updateLayout",
      ),
    configure(next) {
      wanted = next;
    },
  };
}
