import { AgoraError } from "../../errors/agora-error.ts";
import { AgoraValidationError } from "../../errors/validation-error.ts";
import { local } from "../../locales/en/local.ts";
import { signature as texts } from "../../locales/en/extra.ts";
import type { AgoraNotification } from "../../notifications/notification.ts";
import { systemClock, type Clock } from "../../runtime/clock.ts";
import { tooLarge } from "../../runtime/read-stream.ts";
import { timedOut } from "../../runtime/with-timeout.ts";
import { checkPositive, isSecret, refuseOption } from "../../options/check-option.ts";
import { isHmac } from "../../crypto/hmac.ts";
import { fromHex, utf8 } from "../../crypto/text.ts";
import { parseJsonBytes } from "../http/json-body.ts";
import { readBody } from "../http/read-body.ts";
import { readNotification } from "./read.ts";

/** Options of `verifyNotification`. */
export interface VerifyNotificationOptions {
  /** The secret of the product's notifications in Agora Console; several while you change it. */
  secret: string | readonly string[];
  /**
   * How far `notifyMs` may be from now, in ms, either way. Keeps an attacker who has captured a notification from sending it
   * again later; the service writes the present time into every resend. Default 300,000 (five minutes). `false`:
   * any time, for notifications that you have stored.
   */
  tolerance?: number | false | undefined;
  /** Bytes of the body at most. Default 262,144. */
  maxBodySize?: number | undefined;
  /** Milliseconds until the whole body has come. Default 5,000: the service gives up after ten seconds. */
  bodyTimeout?: number | undefined;
  /** Milliseconds since the epoch. Default `Date.now`. */
  now?: (() => number) | undefined;
}

export const defaultTolerance = 300_000;

/** What the check of a notification needs, and the handler has options for too. */
export type CheckOptions = Pick<VerifyNotificationOptions, "secret" | "tolerance" | "maxBodySize" | "bodyTimeout">;

/** The secrets. Checks options when they are configured, not when the first notification comes. */
export function checkOptions({ secret, tolerance, maxBodySize, bodyTimeout }: CheckOptions): readonly string[] {
  checkPositive({ tolerance: tolerance === false ? undefined : tolerance, maxBodySize, bodyTimeout });
  const secrets: unknown[] = Array.isArray(secret) ? secret : [secret];
  if (secrets.length > 0 && secrets.every(isSecret)) return secrets;
  return refuseOption("secret", "must be the secret of the notifications, or several, and none of them blank");
}

function refuse(detail: string): never {
  throw new AgoraError({ kind: "invalid-signature", text: texts["invalid-signature"], detail });
}

/** The better of the two signatures that a request has; what it says alone counts. */
function readSignature(headers: Headers): { hash: "SHA-1" | "SHA-256"; bytes: Uint8Array<ArrayBuffer> } {
  const v2 = headers.get("agora-signature-v2");
  const [text, hash, length] =
    v2 === null ? ([headers.get("agora-signature"), "SHA-1", 20] as const) : ([v2, "SHA-256", 32] as const);
  if (text === null) refuse("The request has neither Agora-Signature-V2 nor Agora-Signature.");
  const bytes = fromHex(text);
  if (bytes?.length !== length) refuse(`The signature is not ${length * 2} hexadecimal digits.`);
  return { hash, bytes };
}

/** As {@link verifyNotification}, by a clock. */
export async function checkNotification(
  request: Request,
  options: CheckOptions,
  clock: Clock,
): Promise<AgoraNotification> {
  const { tolerance = defaultTolerance, maxBodySize = 262_144, bodyTimeout = 5000 } = options;
  const secrets = checkOptions(options);
  const { hash, bytes: signature } = readSignature(request.headers);
  if (request.bodyUsed) refuse("The body of the request was read before.");
  const limits = { size: maxBodySize, time: bodyTimeout, clock };
  const body = await readBody(request, limits).catch(() => refuse("The body could not be read."));
  if (body === tooLarge) refuse(`The body has more than ${maxBodySize} bytes.`);
  if (body === timedOut) refuse(`The body did not come within ${bodyTimeout} ms.`);
  // All of them, whichever fits: how long it takes tells nothing.
  const fits = await Promise.all(secrets.map((secret) => isHmac(utf8(secret), body, signature, hash)));
  if (!fits.includes(true)) refuse("");
  const event = readNotification(parseJsonBytes(body));
  if (!event) {
    const issues = [{ path: "body", message: "must be a notification in JSON", received: "" }];
    throw new AgoraValidationError({ kind: "invalid-request", text: local["invalid-request"], issues });
  }
  // Without the time it counts as infinitely old.
  if (tolerance !== false && Math.abs(clock.now() - (event.notifyMs ?? -Infinity)) > tolerance)
    refuse(`It was not sent within ${tolerance} ms of now.`);
  return event;
}

/**
 * The notification in a request, after its signature was checked over the very bytes that came. The body is read here:
 * give the request as it arrived.
 *
 * @throws AgoraError of kind `invalid-signature` when its sender does not have the secret, when it is too large, too slow, or too
 *   old
 * @throws AgoraValidationError of kind `invalid-request` when the secret is right, and it is no notification; `invalid-config` for wrong
 *   options
 */
export async function verifyNotification(
  request: Request,
  options: VerifyNotificationOptions,
): Promise<AgoraNotification> {
  return checkNotification(request, options, { ...systemClock, now: options.now ?? Date.now });
}
