import { AgoraError } from "./agora-error.ts";

/** No answer came within `timeout`, or the whole call took longer than `maxElapsed`. */
export class AgoraTimeoutError extends AgoraError {
  override readonly name = "AgoraTimeoutError";
}
