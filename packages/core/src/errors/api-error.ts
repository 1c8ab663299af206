import { AgoraError } from "./agora-error.ts";

/** The service (or something on the way to it) answered, and the answer was not a success. `status` is always there. */
export class AgoraApiError extends AgoraError {
  override readonly name = "AgoraApiError";
  /** The HTTP status: anything but 200. */
  declare readonly status: number;
}
