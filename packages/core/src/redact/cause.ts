import { redactText } from "./text.ts";
import { redactUrls } from "./value.ts";

/** How deep causes are kept: platforms wrap once or twice. */
const deepest = 5;

/**
 * What was thrown, without what must not be printed: secrets, queries of addresses, and every object that hangs on it, as HTTP
 * clients attach the request with its headers. Returns what was thrown if it has no request in it, else a copy.
 */
export function redactCause(thrown: unknown, secrets: readonly string[], depth = 0): unknown {
  const clean = (text: string): string => redactText(redactUrls(text), secrets);
  if (typeof thrown === "string") return clean(thrown);
  if (typeof thrown !== "object" || thrown === null) return thrown;
  if (depth > deepest) return undefined;
  const inner = (value: unknown) => redactCause(value, secrets, depth + 1);
  const { name, message, stack }: { name?: unknown; message?: unknown; stack?: unknown } = thrown;
  const isError = typeof message === "string";
  const words = isError ? clean(message) : "Something was thrown that is no error.";
  let isHarmless = words === message;
  const copy = new Error(words);
  const set = (key: PropertyKey, value: unknown) =>
    Object.defineProperty(copy, key, { value, configurable: true, writable: true });
  for (const key of Reflect.ownKeys(thrown)) {
    if (key === "message" || key === "stack") continue;
    const value: unknown = Reflect.get(thrown, key);
    let kept: unknown;
    if (key === "cause") kept = inner(value);
    else if (key === "errors" && Array.isArray(value)) {
      const all = value.map(inner);
      kept = all.every((error, index) => error === value[index]) ? value : all;
    } else if (typeof value === "string") kept = clean(value);
    else if (typeof value !== "object" && typeof value !== "function") kept = value;
    isHarmless &&= kept === value;
    if (kept !== undefined) set(key, kept);
  }
  if (isHarmless) return thrown;
  if (typeof name === "string") set("name", name);
  // Its first line repeats the message.
  if (isError && typeof stack === "string") set("stack", redactText(stack.replaceAll(message, words), secrets));
  return copy;
}
