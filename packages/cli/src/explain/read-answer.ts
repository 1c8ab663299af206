import { type AgoraErrorKind, type AgoraOperation } from "@agora-edge/core";
import { operations } from "@agora-edge/core/contract";
import { en } from "@agora-edge/core/locales/en";

/** The parts of a pasted answer that can be explained. */
export interface PastedAnswer {
  /** The SDK's own word for it. */
  readonly kind?: AgoraErrorKind;
  readonly operation?: AgoraOperation;
  readonly status?: number;
  readonly code?: number;
  /** The body as it came, or a body that says the same. */
  readonly body?: string;
}

const isKind = (text: unknown): text is AgoraErrorKind =>
  typeof text === "string" && /^[\w-]+$/.test(text) && text !== "in-doubt" && Object.hasOwn(en, text);

export const isOperation = (text: unknown): text is AgoraOperation => operations.some(({ name }) => name === text);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The outermost JSON object in a text, whatever stands around it: headers, a log's time, a name. */
function findObject(text: string): Record<string, unknown> | undefined {
  const end = text.lastIndexOf("}");
  for (let start = text.indexOf("{"); start >= 0 && start < end; start = text.indexOf("{", start + 1)) {
    const found = parse(text.slice(start, end + 1));
    if (found) return found;
  }
  return undefined;
}

const numberIn = (text: string, pattern: RegExp): number | undefined => {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
};

const integer = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;

/** `HTTP/1.1 400 Bad Request` of curl, `HTTP 400` of our own errors, `"status": 400` and the like of logs. */
const statusIn = (text: string): number | undefined =>
  numberIn(text, /\bHTTP(?:\/\d(?:\.\d)?)?[ :]+(\d{3})\b/i) ??
  numberIn(text, /\bstatus(?: ?code)?["' ]*[:= ]+["']?(\d{3})\b/i);

const codeIn = (text: string): number | undefined =>
  numberIn(text, /\b(?:err(?:or)?[ _]?)?code["' ]*[:= ]+["']?(\d{1,4})\b/i);

const operationIn = (text: string): AgoraOperation | undefined =>
  operations
    .map(({ name }) => name)
    .find((name) => new RegExp(`(?<![\\w.])${name.replace(".", "\\.")}(?![\\w.])`).test(text));

/** An error of this SDK: as its `toJSON()`, or as a line of its message. */
function readOwnError(found: Record<string, unknown>): PastedAnswer | undefined {
  if (!isKind(found.kind)) return undefined;
  const [status, code] = [integer(found.status), integer(found.code)];
  return {
    kind: found.kind,
    ...(isOperation(found.operation) && { operation: found.operation }),
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
  };
}

/** The words that the service said, quoted in a message of this SDK. */
const quoted = (text: string): string | undefined => /\((?:HTTP \d+, )?(?:code \d+, )?"([^"]+)"/.exec(text)?.[1];

/** Reads a number, a message, a name of this SDK, or a whole answer with all that stands around it. */
export function readAnswer(pasted: string): PastedAnswer {
  const text = pasted.trim();
  if (isKind(text)) return { kind: text };
  if (/^\d{1,4}$/.test(text)) return { code: Number(text) };
  const found = findObject(text);
  const own = found && readOwnError(found);
  if (own) return own;
  const operation = operationIn(text);
  const status = statusIn(text);
  const common = { ...(operation && { operation }), ...(status !== undefined && { status }) };
  if (found) {
    const code = integer(found.code);
    return { ...common, ...(code !== undefined && { code }), body: JSON.stringify(found) };
  }
  const code = codeIn(text);
  const message = quoted(text) ?? text.replace(/^["']|["'.]$/g, "");
  const body = JSON.stringify({ ...(code !== undefined && { code }), message });
  return { ...common, ...(code !== undefined && { code }), body };
}
