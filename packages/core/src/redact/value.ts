import { redacted, isSecretField } from "./secret-field.ts";
import { redactText } from "./text.ts";

/** An address without what people hide in it: user and password, query string, and the stream key of an RTMP push. */
function redactUrl(url: string): string {
  return url
    .replace(/\/\/[^/?#]*@/, `//${redacted}@`)
    .replace(/^(rtmps?:\/\/[^/]+\/).+/i, `$1${redacted}`)
    .replace(/[?#].*/, `?${redacted}`);
}

/** `text` with every address in it made harmless. */
export function redactUrls(text: string): string {
  return text.replace(/\b[a-z][a-z\d+.-]*:\/\/[^\s"'<>]+/gi, redactUrl);
}

/** Deeper than any request or answer of the service; what lies below is not looked at. */
const deepest = 30;

const isUrl = (text: string) => /^[a-z][a-z\d+.-]*:\/\//i.test(text);

/** The address of a call for hooks and logs: a builder token stands in its query. */
export function redactPath(url: string): string {
  return url.replace(/(builderToken=)[^&]+/, `$1${redacted}`);
}

/** A copy of a request or answer for hooks and logs, without secrets, and without `secrets` in any text. */
export function redact(value: unknown, secrets: readonly string[] = [], depth = 0): unknown {
  if (typeof value === "string") return redactText(isUrl(value) ? redactUrl(value) : value, secrets);
  if (typeof value !== "object" || value === null) return value;
  if (depth > deepest) return "[…]";
  if (Array.isArray(value)) return value.map((item) => redact(item, secrets, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      isSecretField(name) ? redacted : redact(item, secrets, depth + 1),
    ]),
  );
}

/** Headers for hooks and logs. An app's own may hold anything, so only harmless ones are shown. */
export function redactHeaders(headers: Headers): Record<string, string> {
  const seen: Record<string, string> = {};
  headers.forEach((value, name) => {
    seen[name] = /^(accept|accept-language|content-type|user-agent)$/.test(name) ? value : redacted;
  });
  return seen;
}

/** The secret values in a request, to be looked for in what comes back. */
export function secretsIn(value: unknown, depth = 0): string[] {
  if (typeof value === "string") return isUrl(value) && redactUrl(value) !== value ? [value] : [];
  if (typeof value !== "object" || value === null || depth > deepest) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    typeof item === "string" && isSecretField(name) ? [item] : secretsIn(item, depth + 1),
  );
}
