import { AgoraError } from "./agora-error.ts";

/** The service (or something on the way to it) answered, and the answer was not a success. `status` is always there. */
export class AgoraApiError extends AgoraError {
  override readonly name = "AgoraApiError";
  declare readonly status: number;
}
