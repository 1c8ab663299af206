import { isAgoraError } from "@agora-edge/core";
import { buildRtcToken, parseRtcToken } from "@agora-edge/core/server";
import { timeOf } from "../print/text.ts";
import { setting } from "../settings/environment.ts";
import type { Tool } from "../tool/tool.ts";
import { type Finding, ok, problem, skipped } from "./check.ts";
import { isHex32 } from "./hex.ts";

const console = "Agora Console, Project Management";

/** Whether the certificate looks like one. Only with a token can be said whether it is the project's. */
async function checkCertificate(tool: Tool, appId: string): Promise<Finding> {
  const check = "certificate";
  const appCertificate = setting(tool, "AGORA_APP_CERTIFICATE");
  if (appCertificate === undefined) return skipped(check, "AGORA_APP_CERTIFICATE is not set: channels without tokens.");
  if (!isHex32(appCertificate)) {
    const message = `has ${appCertificate.length} characters, and an App Certificate is 32 of 0-9 and a-f.`;
    return problem(check, "malformed-certificate", message, `Copy the primary certificate from ${console}.`);
  }
  if (appCertificate.toLowerCase() === appId.toLowerCase()) {
    return problem(check, "mixed-up", "is the App ID.", `Copy the primary certificate from ${console}.`);
  }
  // Said of the settings.
  if (!isHex32(appId)) return skipped(check, "not tried: AGORA_APP_ID is no App ID.");
  await buildRtcToken({
    appId,
    appCertificate,
    channelName: "agora-edge-doctor",
    uid: 1,
    role: "subscriber",
    expiresIn: 60,
  });
  return ok(check, "makes tokens.");
}

async function checkToken(tool: Tool, appId: string): Promise<Finding> {
  const check = "token";
  const token = setting(tool, "AGORA_RTC_TOKEN");
  if (token === undefined) return skipped(check, "AGORA_RTC_TOKEN is not set.");
  const certificate = setting(tool, "AGORA_APP_CERTIFICATE");
  const appCertificate = certificate !== undefined && isHex32(certificate) ? certificate : undefined;
  const renew = "Make another one: agora-edge token <channel>.";
  const parsed = await parseRtcToken(token, { appCertificate }).catch((error: unknown) => {
    if (isAgoraError(error)) return undefined;
    throw error;
  });
  if (!parsed)
    return problem(check, "malformed-token", "is no token of the present format (007…), or not whole.", renew);
  if (parsed.appId.toLowerCase() !== appId.toLowerCase()) {
    return problem(check, "foreign-token", "was made for another App ID.", renew);
  }
  if (parsed.isSigned === false) {
    const message = "was not signed by AGORA_APP_CERTIFICATE.";
    return problem(
      check,
      "wrong-certificate",
      message,
      `Compare the certificate with that of ${console}; it may have been replaced.`,
    );
  }
  const ends = timeOf(parsed.expiresAt);
  if (parsed.expiresAt <= tool.clock.now())
    return problem(check, "expired-token", `has been over since ${ends}.`, renew);
  const genuine = parsed.isSigned ? "was signed by the certificate and" : "is whole and";
  return ok(check, `${genuine} works until ${ends}.`);
}

export const checkTokens = async (tool: Tool, appId: string): Promise<Finding[]> => [
  await checkCertificate(tool, appId),
  await checkToken(tool, appId),
];
