import { bindRecording, type Recording } from "../recording/recording.ts";
import { createContext } from "./context.ts";
import type { AgoraClientOptions } from "./options.ts";

export interface AgoraClient {
  readonly appId: string;
  /** Cloud Recording. */
  readonly recording: Recording;
}

/**
 * A client for one Agora project. Nothing is sent, awaited or drawn at random here, so that it can be made at the module
 * scope of a Worker.
 *
 * @throws AgoraValidationError of kind `invalid-config` when the options cannot work
 */
export function createAgoraClient(options: AgoraClientOptions): AgoraClient {
  const context = createContext(options);
  return { appId: context.appId, recording: bindRecording(context) };
}
