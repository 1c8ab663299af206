import { refuseOption } from "../options/check-option.ts";
import { hexIdRule, isHexId, longestLife } from "./check.ts";
import { buildRtcToken, type RtcTokenOptions } from "./rtc-token.ts";

/** Options of `createTokenProvider`. */
export interface TokenProviderOptions {
  appId: string;
  /** The primary certificate of the project. */
  appCertificate: string;
  /**
   * How long tokens live, in seconds. Default 86,400, the longest that is documented: a recorder cannot be given another
   * token, and leaves the channel when its own runs out.
   */
  expiresIn?: number | undefined;
}

/** Makes the token of a recorder (`subscriber`, the default) or of a bot that sends captions (`publisher`). */
export type TokenProvider = (
  channelName: string,
  uid: number | string,
  role?: RtcTokenOptions["role"],
) => Promise<string>;

/**
 * Makes a fresh token for every start, for the `prepare` hooks of `createAgoraHandler`. None is kept: an old one would
 * run out before the recording that it is for.
 *
 * @throws AgoraValidationError of kind `invalid-config`, at once, for what is no App ID, no certificate or no time: at the first start
 *   it would look like a mistake of the visitor
 */
export function createTokenProvider(options: TokenProviderOptions): TokenProvider {
  const { appId, appCertificate, expiresIn = longestLife } = options;
  if (!(Number.isFinite(expiresIn) && expiresIn >= 1 && expiresIn <= longestLife)) {
    refuseOption("expiresIn", `must be 1 to ${longestLife} (seconds)`);
  }
  for (const [path, value] of Object.entries({ appId, appCertificate })) {
    if (!isHexId(value)) refuseOption(path, hexIdRule);
  }
  return (channelName, uid, role = "subscriber") =>
    buildRtcToken({ appId, appCertificate, channelName, uid, role, expiresIn });
}
