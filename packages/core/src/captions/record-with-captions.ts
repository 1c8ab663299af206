import type { AgoraClient } from "../client/agora-client.ts";
import type { MixClientRequest } from "../recording/types/client-request.ts";
import type { RecordingHandle } from "../recording/types/handle.ts";
import type { RawBase, RawRecording } from "../recording/types/raw.ts";
import type { RecordingExtensionParams } from "../recording/types/recording-config.ts";
import type { RecordingResource } from "../recording/types/resource.ts";
import type { StopResult } from "../recording/types/stop.ts";
import type { SttAgentHandle } from "../stt/types/handle.ts";
import type { SttJoinRequest } from "../stt/types/join.ts";
import type { Absent } from "../validation/absent.ts";

interface ClientRequests {
  raw: RawBase & RawRecording;
  mix: MixClientRequest;
}

type ChannelMode = keyof ClientRequests;

/** Of each of the alternatives. */
type WithoutChannel<Config> = Config extends unknown ? Omit<Config, "channelName"> : never;

/** A recording of a channel, as for `recording.start`, and the transcription of the same channel. */
export type CaptionedRecordingRequest = {
  [Mode in ChannelMode]: {
    cname: string;
    /** Of the recorder. */
    uid: string;
    mode: Mode;
    clientRequest: ClientRequests[Mode] & { recordingConfig: NonNullable<ClientRequests[Mode]["recordingConfig"]> };
    /** As for `sttAgents.join`, but the channel, which is that of the recording. */
    transcription: Omit<SttJoinRequest, "rtcConfig"> & { rtcConfig: WithoutChannel<SttJoinRequest["rtcConfig"]> };
  };
}[ChannelMode];

/** A recording and its transcription, which run together. */
export interface CaptionedRecording {
  /** Handle of the recording. */
  readonly recording: RecordingHandle<ChannelMode>;
  /** Handle of the transcription. */
  readonly agent: SttAgentHandle;
  /**
   * Ends both, and resolves to what the stop of the recording answered. When one cannot be ended, the other still is;
   * then it rejects with that error, or with an AggregateError of both.
   */
  readonly stop: () => Promise<StopResult>;
}

/**
 * Records a channel and transcribes it, so that captions play in step with the video: the recording has the time of day
 * (`enableNTPtimestamp`), as captions do. Both run, or neither: when one does not start, the other is ended again.
 *
 * @throws what failed first; an AggregateError when more did, such as the end of the other
 * @example
 * const captioned = await recordWithCaptions(agora, { cname, uid, mode: "mix", clientRequest, transcription });
 * const { files } = await captioned.stop();
 */
export async function recordWithCaptions(
  agora: Pick<AgoraClient, "recording" | "sttAgents">,
  request: CaptionedRecordingRequest,
): Promise<CaptionedRecording> {
  const { cname, uid, transcription } = request;
  const { recording, sttAgents } = agora;
  const resource = await recording.acquire({ cname, uid });
  const rtcConfig = { ...transcription.rtcConfig, channelName: cname };
  const started = startInStep(recording, resource, request);
  const joined = sttAgents.join({ ...transcription, rtcConfig });
  const end = () =>
    settle([started.then((handle) => recording.stop(handle)), joined.then((agent) => sttAgents.leave(agent))]);
  try {
    const [handle, agent] = await settle([started, joined]);
    return { recording: handle, agent, stop: async () => (await end())[0] };
  } catch (error) {
    // Of the one that did not start, this fails with the same error again.
    const failures = await end().then(() => [], errorsIn);
    throw together([...new Set([...errorsIn(error), ...failures.filter((failure) => !isOver(failure))])]);
  }
}

/** Errors by which a stop says that nothing runs any more. */
const endings: readonly unknown[] = ["already-stopping", "nothing-recorded", "not-found", "task-not-found"];

function isOver(error: unknown): boolean {
  return typeof error === "object" && error !== null && "kind" in error && endings.includes(error.kind);
}

function startInStep(
  recording: AgoraClient["recording"],
  resource: RecordingResource,
  request: CaptionedRecordingRequest,
): Promise<RecordingHandle<ChannelMode>> {
  if (request.mode === "raw") {
    const { mode, clientRequest } = request;
    const recordingConfig = withTimeOfDay(clientRequest.recordingConfig);
    return recording.start({ ...resource, mode, clientRequest: { ...clientRequest, recordingConfig } });
  }
  const { mode, clientRequest } = request;
  const recordingConfig = withTimeOfDay(clientRequest.recordingConfig);
  return recording.start({ ...resource, mode, clientRequest: { ...clientRequest, recordingConfig } });
}

function withTimeOfDay<Config extends { extensionParams?: RecordingExtensionParams | Absent }>(config: Config) {
  return { ...config, extensionParams: { ...config.extensionParams, enableNTPtimestamp: true } };
}

/** Waits for both, whatever becomes of them. */
async function settle<First, Second>([first, second]: [Promise<First>, Promise<Second>]): Promise<[First, Second]> {
  const results = await Promise.allSettled([first, second]);
  const errors = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  if (errors.length > 0) throw together(errors);
  return [await first, await second];
}

function together(errors: readonly unknown[]): unknown {
  return errors.length === 1 ? errors[0] : new AggregateError(errors, errors.map(String).join(" "));
}

function errorsIn(error: unknown): readonly unknown[] {
  return error instanceof AggregateError ? error.errors : [error];
}
