import { AgoraValidationError } from "@agora-edge/core";
import { buildRtcToken, parseRtcToken } from "@agora-edge/core/server";
import { exitCodes } from "../tool/exit-codes.ts";
import { Failure } from "../tool/failure.ts";
import { table, timeOf } from "../print/text.ts";
import { neededSecret, neededSetting, requireSettings, setting } from "../settings/environment.ts";
import type { Outcome, Tool } from "../tool/tool.ts";

export interface TokenOptions {
  readonly uid: string;
  readonly role: "publisher" | "subscriber";
  /** ms */
  readonly expires: number;
}

/** Seconds, as tokens count. */
const seconds = (ms: number): number => Math.floor(ms / 1000);

/** Numbers are numbers to Agora, `user-7` is a user account. */
const uidOf = (text: string): string | number => (/^(0|[1-9]\d{0,9})$/.test(text) ? Number(text) : text);

/** What of a token comes from the command line. All else comes from the settings. */
const given: Readonly<Record<string, string>> = {
  channelName: "The channel",
  expiresIn: "The seconds of --expires",
  token: "What was piped in",
  uid: "--uid",
};

function refuseArgument(error: unknown): never {
  const [issue] = error instanceof AgoraValidationError ? error.issues : [];
  const name = issue && given[issue.path];
  if (issue && name) throw new Failure(exitCodes.usage, "invalid-argument", `${name} ${issue.message}.`);
  throw error;
}

/** Makes a token: the only secret that is printed, because it was asked for. */
export async function makeToken(tool: Tool, channel: string, options: TokenOptions): Promise<Outcome> {
  const { uid, role, expires } = options;
  requireSettings(tool, ["AGORA_APP_ID", "AGORA_APP_CERTIFICATE"]);
  const appId = neededSetting(tool, "AGORA_APP_ID");
  const appCertificate = await neededSecret(tool, "AGORA_APP_CERTIFICATE");
  const issuedAt = seconds(tool.clock.now());
  const expiresIn = seconds(expires);
  const token = await buildRtcToken({
    appId,
    appCertificate,
    channelName: channel,
    uid: uidOf(uid),
    role,
    expiresIn,
    issuedAt,
  }).catch(refuseArgument);
  const expiresAt = timeOf((issuedAt + expiresIn) * 1000);
  return { exit: exitCodes.ok, json: { token, channel, uid, role, expiresAt }, text: token };
}

/** Says what is in a token that is piped in, and whether the certificate has signed it. */
export async function readToken(tool: Tool): Promise<Outcome> {
  const piped = (await tool.readStdin())?.trim();
  const token = piped ?? setting(tool, "AGORA_RTC_TOKEN");
  if (!token) throw new Failure(exitCodes.usage, "nothing-given", "Pipe the token in, or set AGORA_RTC_TOKEN.");
  tool.secrets.add(token);
  const appCertificate = setting(tool, "AGORA_APP_CERTIFICATE");
  const { appId, services, issuedAt, expiresAt, isSigned } = await parseRtcToken(token, { appCertificate }).catch(
    (error: unknown) => {
      if (piped !== undefined) refuseArgument(error);
      throw error;
    },
  );
  const rtc = services.find(({ channelName }) => channelName !== undefined);
  const isExpired = expiresAt <= tool.clock.now();
  const json = {
    appId,
    channel: rtc?.channelName,
    uid: rtc?.uid,
    issuedAt: timeOf(issuedAt * 1000),
    expiresAt: timeOf(expiresAt),
    isExpired,
    isSigned,
    services,
  };
  const signed = isSigned === undefined ? "unknown: AGORA_APP_CERTIFICATE is not set" : isSigned ? "yes" : "no";
  const rows = [
    ["App ID", appId],
    ["Channel", rtc?.channelName || "any"],
    ["User", rtc?.uid || "any"],
    ["Issued", json.issuedAt],
    ["Expires", `${json.expiresAt}${isExpired ? " (over)" : ""}`],
    ["Signed by the certificate", signed],
  ];
  return { exit: isExpired || isSigned === false ? exitCodes.failed : exitCodes.ok, json, text: table(rows) };
}
