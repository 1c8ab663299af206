import { Refusal, refusalResponse } from "../proxy/refusal.ts";
import { parseJsonBytes } from "./json-body.ts";
import { readBody, tooLarge } from "./read-body.ts";
import { isJsonType } from "./same-site.ts";

/**
 * The JSON body of a request, no more of it than `maxBodySize` bytes: for routes of your own beside `createAgoraHandler`, which
 * reads its bodies in the same way. What the value is has still to be checked.
 *
 * @throws Response of status 400, 413 or 415: the answer to give
 */
export async function readJson(
  request: Request,
  { maxBodySize = 65_536 }: { maxBodySize?: number } = {},
): Promise<unknown> {
  const refuse = (status: number, reason: string): never => {
    throw refusalResponse(new Refusal(status, reason, { "cache-control": "no-store" }));
  };
  if (!isJsonType(request.headers)) refuse(415, "The body must be application/json.");
  const bytes = await readBody(request, maxBodySize).catch(() => refuse(400, "The body could not be read."));
  if (bytes === tooLarge) return refuse(413, `The body has more than ${maxBodySize} bytes.`);
  const value = parseJsonBytes(bytes);
  return value === undefined ? refuse(400, "The body is not JSON.") : value;
}
