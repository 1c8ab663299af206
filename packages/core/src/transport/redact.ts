const hidden = "[redacted]";

/** Fields whose values open something: storage, channel, account. Compared without case and separators. */
const secretFields =
  /^(authorization|cookie|accesskey|secretkey|salt|appcertificate|password|tokenname)$|(token|secret|grant|seed)$/;

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

/** `text` with every address in it made harmless. */
export function redactUrls(text: string): string {
  return text.replace(/\b[a-z][a-z\d+.-]*:\/\/[^\s"'<>]+/gi, redactUrl);
}

/** Deeper than any request or answer of the service; what lies below is not looked at. */
const deepest = 30;

const isUrl = (text: string) => /^[a-z][a-z\d+.-]*:\/\//i.test(text);

/** The address of a call for hooks and logs: a builder token stands in its query. */
export function redactPath(url: string): string {
  return url.replace(/(builderToken=)[^&]+/, `$1${hidden}`);
}

/** A copy of a request or answer for hooks and logs, without secrets, and without `secrets` in any text. */
export function redact(value: unknown, secrets: readonly string[] = [], depth = 0): unknown {
  if (typeof value === "string") return scrub(isUrl(value) ? redactUrl(value) : value, secrets);
  if (typeof value !== "object" || value === null) return value;
  if (depth > deepest) return "[…]";
  if (Array.isArray(value)) return value.map((item) => redact(item, secrets, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      isSecretField(name) ? hidden : redact(item, secrets, depth + 1),
    ]),
  );
}

/** Headers for hooks and logs. An app's own may hold anything, so only harmless ones are shown. */
export function redactHeaders(headers: Headers): Record<string, string> {
  const seen: Record<string, string> = {};
  headers.forEach((value, name) => {
    seen[name] = /^(accept|accept-language|content-type|user-agent)$/.test(name) ? value : hidden;
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

/** `text` with every secret blotted out: an answer can quote the request. */
export function scrub(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length <= 3) continue;
    // As it is, and as it looks where the answer quotes our JSON.
    clean = clean.replaceAll(secret, hidden).replaceAll(JSON.stringify(secret).slice(1, -1), hidden);
  }
  return clean;
}
