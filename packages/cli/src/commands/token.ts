import { buildRtcToken, parseRtcToken } from "@agora-edge/core/server";
import { exitCodes } from "../tool/exit-codes.ts";
import { Failure } from "../tool/failure.ts";
import { table, timeOf } from "../print/text.ts";
import { neededSecret, setting } from "../settings/environment.ts";
import { readAppId } from "../settings/project.ts";
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

/** Makes a token: the one thing that is printed and lets somebody in, because it was asked for. */
export async function makeToken(tool: Tool, channel: string, options: TokenOptions): Promise<Outcome> {
  const { uid, role, expires } = options;
  const appId = readAppId(tool);
  const appCertificate = await neededSecret(tool, "AGORA_APP_CERTIFICATE", "the App Certificate of the project");
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
  });
  const expiresAt = timeOf((issuedAt + expiresIn) * 1000);
  return { exit: exitCodes.ok, json: { token, channel, uid, role, expiresAt }, text: token };
}

/** Says what is in a token that is piped in, and whether the certificate has signed it. */
export async function readToken(tool: Tool): Promise<Outcome> {
  const token = (await tool.readStdin())?.trim() ?? setting(tool, "AGORA_RTC_TOKEN");
  if (!token) throw new Failure(exitCodes.usage, "nothing-given", "Pipe the token in, or set AGORA_RTC_TOKEN.");
  tool.secrets.add(token);
  const appCertificate = setting(tool, "AGORA_APP_CERTIFICATE");
  const { appId, services, issuedAt, expiresAt, isSigned } = await parseRtcToken(token, { appCertificate });
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
