import { AgoraValidationError } from "../errors/validation-error.ts";
import type { Call } from "./call.ts";
import { describe } from "./failures.ts";

/** The address of a call. A relative base URL is resolved now, not when the client was made: rendering on a server has no page. */
export function resolveUrl(base: string, call: Call): string {
  const joined = base.replace(/\/+$/, "") + call.path;
  if (/^https?:/i.test(joined)) return joined;
  try {
    return new URL(joined, globalThis.location?.href).href;
  } catch {
    // No page, or one without an address of its own (about:blank).
  }
  const message = "must be absolute where there is no page to resolve it against";
  const issues = [{ path: "baseUrl", message, received: "a relative URL" }];
  throw new AgoraValidationError({ ...describe(call, "invalid-config"), issues });
}
