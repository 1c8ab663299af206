import { isObject } from "../runtime/json.ts";

const hidden = "[redacted]";

/** Fields whose values open something: storage, channel, account. Compared without case and separators. */
const secretFields = /^(authorization|cookie|accesskey|secretkey|salt|appcertificate|password)$|(token|secret|grant)$/;

export function isSecretField(name: string): boolean {
  return secretFields.test(name.toLowerCase().replace(/[-_]/g, ""));
}

/** An address without what people hide in it: user and password, query string, and the stream key of an RTMP push. */
function redactUrl(url: string): string {
  return url
    .replace(/\/\/[^/?#]*@/, `//${hidden}@`)
    .replace(/^(rtmps?:\/\/[^/]+\/).+/i, `$1${hidden}`)
    .replace(/[?#].*/, `?${hidden}`);
}

/** A copy of a request or answer for hooks and logs, without secrets, and without `secrets` in any text. */
export function redact(value: unknown, secrets: readonly string[] = []): unknown {
  if (typeof value === "string") return scrub(value, secrets);
  if (Array.isArray(value)) return value.map((item) => redact(item, secrets));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      if (isSecretField(name)) return [name, hidden];
      if (typeof item === "string" && /url$/i.test(name)) return [name, redactUrl(item)];
      return [name, redact(item, secrets)];
    }),
  );
}

/** Headers for hooks and logs, without secrets. */
export function redactHeaders(headers: Headers): Record<string, string> {
  const seen: Record<string, string> = {};
  headers.forEach((value, name) => {
    seen[name] = isSecretField(name) ? hidden : value;
  });
  return seen;
}

/** The secret values in a request, to be looked for in what comes back. */
export function secretsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(secretsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    if (typeof item !== "string") return secretsIn(item);
    if (isSecretField(name)) return [item];
    return /url$/i.test(name) && redactUrl(item) !== item ? [item] : [];
  });
}

/** `text` with every secret blotted out: an answer can quote the request. */
export function scrub(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length > 3) clean = clean.replaceAll(secret, hidden);
  }
  return clean;
}
