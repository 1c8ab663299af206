import { AgoraError } from "./agora-error.ts";

/** No answer came because the connection failed. Whether the request arrived is in `retry.outcomeUnknown`. */
export class AgoraNetworkError extends AgoraError {
  override readonly name = "AgoraNetworkError";
}
