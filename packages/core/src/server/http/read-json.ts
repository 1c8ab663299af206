import { systemClock, type Clock } from "../../runtime/clock.ts";
import { tooLarge } from "../../runtime/read-stream.ts";
import { timedOut } from "../../runtime/with-timeout.ts";
import { checkPositive } from "../../options/check-option.ts";
import { Refusal, refusalResponse } from "../proxy/refusal.ts";
import { parseJsonBytes } from "./json-body.ts";
import { readBody } from "./read-body.ts";
import { isJsonType } from "./same-site.ts";

/** Options of `readJson`. */
export interface ReadJsonOptions {
  /** Bytes of the body at most. Default 65,536. */
  maxBodySize?: number | undefined;
  /** Milliseconds until the whole body has come. Default 10,000. */
  bodyTimeout?: number | undefined;
  clock?: Clock | undefined;
}

/**
 * The JSON body of a request, if it is not too large and comes in time: for routes of your own beside `createAgoraHandler`,
 * which reads its bodies in the same way. What the value is has still to be checked.
 *
 * @throws Response of status 400, 408, 413 or 415: the answer to give
 */
export async function readJson(request: Request, options: ReadJsonOptions = {}): Promise<unknown> {
  const { maxBodySize: size = 65_536, bodyTimeout: time = 10_000, clock = systemClock } = options;
  checkPositive({ maxBodySize: size, bodyTimeout: time });
  const refuse = (status: number, reason: string): never => {
    throw refusalResponse(new Refusal(status, reason, { "cache-control": "no-store" }));
  };
  if (!isJsonType(request.headers)) refuse(415, "The body must be application/json.");
  const bytes = await readBody(request, { size, time, clock }).catch(() => refuse(400, "The body could not be read."));
  if (bytes === tooLarge) return refuse(413, `The body has more than ${size} bytes.`);
  if (bytes === timedOut) return refuse(408, `The body did not come within ${time} ms.`);
  const value = parseJsonBytes(bytes);
  return value === undefined ? refuse(400, "The body is not JSON.") : value;
}
