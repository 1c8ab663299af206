import { AgoraValidationError } from "../errors/validation-error.ts";
import { local } from "../locales/en/local.ts";
import { isBrowser } from "../runtime/is-browser.ts";
import { areas } from "../pipeline/hosts.ts";
import type { AgoraClientOptions } from "./options.ts";

type Finding = readonly [path: string, message: string];

function isBaseUrl(value: unknown): boolean {
  if (typeof value !== "string" || /[?#]/.test(value)) return false;
  if (/^[/.]/.test(value)) return true;
  try {
    const { protocol, username, password } = new URL(value);
    return /^https?:$/.test(protocol) && username + password === "";
  } catch {
    return false;
  }
}

function findProblem(options: AgoraClientOptions): Finding | undefined {
  if (typeof options !== "object" || options === null) return ["options", "are missing"];
  const { appId, auth, area, baseUrl, timeout, maxElapsed, rateLimit, ky } = options;
  if (typeof appId !== "string" || appId.trim() === "") return ["appId", "is missing: copy it from Agora Console"];
  if (!/^(?!\.+$)[\w~.-]+$/.test(appId)) return ["appId", "cannot stand in a URL path"];
  if (auth?.problem !== undefined) return ["auth", `is not usable: ${auth.problem}`];
  if (area !== undefined && baseUrl !== undefined) return ["area", "and baseUrl exclude each other: give one of them"];
  if (area !== undefined && !areas.includes(area)) return ["area", `must be one of ${areas.join(", ")}`];
  if (baseUrl !== undefined && !isBaseUrl(baseUrl)) {
    return ["baseUrl", "must be an http(s) URL without credentials, query or fragment, or a path that starts with /"];
  }
  if (auth !== undefined && typeof auth?.authorization !== "function") {
    return ["auth", "must be made by basicAuth() or tokenAuth()"];
  }
  if (auth === undefined && baseUrl === undefined) {
    return ["auth", "is missing: give basicAuth() or tokenAuth() on a server, in a page the baseUrl of your own proxy"];
  }
  if (auth?.type === "basic" && isBrowser() && options.dangerouslyAllowBrowser !== true) {
    return ["auth", "would show the Customer Secret to every visitor: give the baseUrl of your own proxy"];
  }
  if (ky !== undefined && typeof ky?.extend !== "function") return ["ky", "must be an instance of ky 2"];
  for (const [name, ms] of Object.entries({ timeout, maxElapsed })) {
    if (ms !== undefined && !(ms > 0)) return [name, "must be a positive number (ms)"];
  }
  if (typeof rateLimit === "object" && ("take" in rateLimit || "tryAcquire" in rateLimit)) return undefined;
  const limit = typeof rateLimit === "object" ? rateLimit.limit : rateLimit;
  if (limit !== undefined && limit !== false && !(Number.isInteger(limit) && limit > 0)) {
    return ["rateLimit", "must be a positive whole number, or false"];
  }
  return undefined;
}

/**
 * Refuses options that no request could succeed with.
 *
 * @throws AgoraValidationError of kind `invalid-config`, with one clear sentence
 */
export function checkOptions(options: AgoraClientOptions): void {
  const finding = findProblem(options);
  if (!finding) return;
  const [path, message] = finding;
  throw new AgoraValidationError({
    kind: "invalid-config",
    text: local["invalid-config"],
    issues: [{ path, message, received: "" }],
  });
}
