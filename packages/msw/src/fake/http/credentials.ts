import type { Settings } from "../settings/settings.ts";
import { refusals } from "./refusals.ts";
import type { Answer } from "./answer.ts";

/** Checks the Authorization header; null is a pass. */
export function refuseCredentials(
  header: string | null,
  settings: Settings,
  restTokens: readonly string[] | null,
): Answer | null {
  if (!header) return refusals.unauthorized;
  const token = /^agora token="?([^"]+)"?$/i.exec(header)?.[1];
  if (token !== undefined) {
    return restTokens === null || restTokens.includes(token) ? null : refusals.wrongCredentials;
  }
  const basic = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  const isRight = basic !== undefined && decodeBase64(basic) === `${settings.customerId}:${settings.customerSecret}`;
  return isRight ? null : refusals.wrongCredentials;
}

function decodeBase64(encoded: string): string | null {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0)));
  } catch {
    return null;
  }
}
