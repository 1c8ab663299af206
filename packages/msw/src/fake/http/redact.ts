import { isObject } from "../runtime/json.ts";

const secretFields = new Set(
  "accessKey secretKey accesskey secretkey stsToken token subBotToken pubBotToken secret salt".split(" "),
);

export const redacted = "[redacted]";

/** The same JSON without keys and tokens. */
export function redactBody(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redactBody);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, secretFields.has(name) ? redacted : redactBody(field)]),
  );
}

/** The scheme stays, so that a test can see which kind of credentials was sent. */
export function redactHeaders(headers: Headers): Record<string, string> {
  const plain: Record<string, string> = {};
  headers.forEach((value, name) => {
    plain[name] = name === "authorization" ? redactAuthorization(value) : value;
  });
  return plain;
}

const redactAuthorization = (value: string): string =>
  /^agora token=/i.test(value) ? `agora token="${redacted}"` : `${value.split(" ")[0] ?? ""} ${redacted}`;
