import { buildAccessToken, type TokenBasics } from "./access-token.ts";
import { checkChannelName, checkObject, checkSeconds, checkUid, longestLife, maxUint32 } from "./check.ts";
import { checkPrivileges } from "./check-service.ts";
import { refuseValue } from "./refuse.ts";
import { RtcPrivilege, TokenService, type TokenPrivileges } from "./services.ts";

/** Options of `buildRtcToken`. */
export interface RtcTokenOptions extends TokenBasics {
  /** The channel. `*`, alone or in a pattern, fits several; give such a token to your own servers only. */
  channelName: string;
  /**
   * The user who may use it. The number 0 lets any user in, a text with `*` all that match. The text `"0"` does not: it is a user
   * account of that name.
   */
  uid: number | string;
  /**
   * `publisher` may send audio, video and data, `subscriber` only join. It makes a difference where the project has
   * co-host authentication switched on.
   */
  role: "publisher" | "subscriber";
  /**
   * Seconds after the issue until which each privilege of the role holds. A number is for all of them, 0 means as long as
   * the token lives; an object with numbers of {@link RtcPrivilege} replaces those of the role. Default: `expiresIn`.
   */
  privileges?: number | TokenPrivileges | undefined;
}

function privilegesOf(role: RtcTokenOptions["role"], seconds: number): TokenPrivileges {
  const join = { [RtcPrivilege.Join]: seconds };
  if (role === "subscriber") return join;
  const { PublishAudio, PublishVideo, PublishData } = RtcPrivilege;
  return { ...join, [PublishAudio]: seconds, [PublishVideo]: seconds, [PublishData]: seconds };
}

/**
 * A token that lets a user, a recorder or a bot into a channel. Only for servers: it takes the App Certificate.
 *
 * @throws AgoraValidationError of kind `invalid-request` for a value that cannot be in a token
 */
export async function buildRtcToken(options: RtcTokenOptions): Promise<string> {
  checkObject("options", options);
  const { channelName, uid, role, privileges, ...basics } = options;
  checkChannelName("channelName", channelName);
  checkUid("uid", uid);
  if (role !== "publisher" && role !== "subscriber") refuseValue("role", "must be publisher or subscriber", role);
  const expiresIn = checkSeconds("expiresIn", options.expiresIn, 1, longestLife);
  const allowed =
    typeof privileges === "object"
      ? privileges
      : privilegesOf(role, checkSeconds("privileges", privileges ?? expiresIn, 0, maxUint32));
  checkPrivileges("privileges", TokenService.Rtc, allowed);
  const rtc = { type: TokenService.Rtc, channelName, uid, privileges: allowed };
  return buildAccessToken({ ...basics, expiresIn, services: [rtc] });
}
