import { createHmac, randomUUID } from "node:crypto";
import { setting } from "../settings/environment.ts";
import type { Tool } from "../tool/tool.ts";
import { type Finding, ok, problem, skipped, warning } from "./check.ts";
import { withTimeLimit } from "./time-limit.ts";

const check = "notifications";

/** After which Agora gives up. */
const limit = 10_000;

/** A notification like those of a health check: event 40 of a recording that there is not. */
function testEvent(now: number): string {
  const details = { msgName: "recorder_started", status: 0 };
  const payload = {
    cname: "test_webhook",
    uid: "12121212",
    sid: "0".repeat(32),
    sequence: 0,
    sendts: now,
    serviceType: 0,
    details,
  };
  return JSON.stringify({ noticeId: `doctor-${randomUUID()}`, productId: 3, eventType: 40, notifyMs: now, payload });
}

const sign = (body: string, secret: string, hash: "sha1" | "sha256"): string =>
  createHmac(hash, secret).update(body).digest("hex");

async function send(tool: Tool, url: string, secret: string): Promise<{ status: number; isJson: boolean }> {
  const body = testEvent(tool.clock.now());
  const headers = {
    "content-type": "application/json",
    "agora-signature": sign(body, secret, "sha1"),
    "agora-signature-v2": sign(body, secret, "sha256"),
  };
  return withTimeLimit(tool, limit, async (signal) => {
    const response = await tool.fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
    const text = await response.text();
    return { status: response.status, isJson: isJson(text) };
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Sends what Agora would send: once signed, which has to be taken, and once forged, which must not. */
export async function checkNotifications(tool: Tool): Promise<Finding> {
  const url = setting(tool, "AGORA_NOTIFICATION_URL");
  if (url === undefined) return skipped(check, "AGORA_NOTIFICATION_URL is not set.");
  // The first is the one that is in use.
  const [secret] = setting(tool, "AGORA_NOTIFICATION_SECRET")?.split(",") ?? [];
  if (!secret) return skipped(check, "AGORA_NOTIFICATION_SECRET is not set.");
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    return problem(
      check,
      "malformed-url",
      "AGORA_NOTIFICATION_URL is no address.",
      "Set it to the address that is in Agora Console.",
    );
  }
  let answer: Awaited<ReturnType<typeof send>>;
  try {
    answer = await send(tool, url, secret);
  } catch {
    const message = "the address did not answer within ten seconds, or cannot be reached.";
    return problem(
      check,
      "unreachable",
      message,
      "Agora needs it from the public internet: look at DNS, certificate and firewall.",
    );
  }
  const { status, isJson } = answer;
  if (status === 401 || status === 403) {
    const message = `a notification signed with AGORA_NOTIFICATION_SECRET was refused (${status}).`;
    return problem(
      check,
      "wrong-secret",
      message,
      "Give the server the secret that Agora Console shows for this product.",
    );
  }
  if (status !== 200) {
    return problem(
      check,
      "not-received",
      `the address answered ${status}.`,
      "Agora wants 200 with a JSON body within ten seconds, and sends again else.",
    );
  }
  if (!isJson)
    return problem(check, "not-json", "the address answered 200 without JSON.", "Answer with a JSON body, such as {}.");
  const forged = await send(tool, url, randomUUID()).catch(() => undefined);
  if (forged?.status === 200) {
    const message = "a notification with a forged signature was taken: anybody can send them.";
    return problem(check, "forgeable", message, "Verify the signature: verifyNotification of @agora-edge/core/server.");
  }
  if (!url.startsWith("https:")) {
    return warning(
      check,
      "not-https",
      "signed ones are taken and forged ones refused, over http.",
      "Use https: Agora's secret protects no content.",
    );
  }
  return ok(check, "signed ones are taken, forged ones refused.");
}
