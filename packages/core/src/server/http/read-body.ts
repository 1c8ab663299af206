import type { Clock } from "../../runtime/clock.ts";
import { readStream, tooLarge } from "../../runtime/read-stream.ts";
import { timedOut, withTimeout } from "../../runtime/with-timeout.ts";

export interface BodyLimits {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds until the whole of it has come. */
  readonly time: number;
  readonly clock: Clock;
}

/** The bytes of a body, if it is no larger than allowed and comes in time. */
export async function readBody(
  request: Request,
  { size, time, clock }: BodyLimits,
): Promise<Uint8Array<ArrayBuffer> | typeof tooLarge | typeof timedOut> {
  if (Number(request.headers.get("content-length")) > size) return tooLarge;
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const body = await withTimeout(readStream({ getReader: () => reader }, size), clock, time, undefined);
  if (body === timedOut) reader.cancel().catch(() => {});
  return body;
}
