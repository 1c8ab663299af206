import { servedOperations, type ServedOperation } from "./operations.ts";

/** What a request asks for: the operation, and what stands in its address. */
export interface Route {
  readonly operation: ServedOperation;
  /** Decoded: `appId`, `resourceId`, `mode`, `sid`, `taskId`, `agentId`, `builderToken`. */
  readonly ids: Readonly<Record<string, string>>;
  /** What is left of the query string. */
  readonly query: Readonly<Record<string, string>>;
}

/** Why no route was found. */
export interface NoRoute {
  readonly status: 400 | 404 | 405;
  readonly reason: string;
  readonly allow?: string;
}

/** Longer than any ID that the service gives out; builder tokens have about 400 characters. */
const longest = 1024;

/**
 * Whether a text can stand as an ID in an address: the letters of base64 and of names. No percent sign, which a server
 * on the way could decode once more, no control character, and nothing that walks up.
 */
function isAcceptableId(text: string): boolean {
  return text.length <= longest && /^[\w+/=~:.@-]+$/.test(text) && !/(^|\/)\.{1,2}(\/|$)/.test(text);
}

/** The values of the placeholders; undefined if the path does not match. Segments are compared before they are decoded. */
function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const ids: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const segment = given[index] ?? "";
    if (part.startsWith("{")) ids[part.slice(1, -1)] = segment;
    else if (part !== segment) return undefined;
  }
  return ids;
}

/** Decodes once. Undefined for a broken escape. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function readQuery(search: URLSearchParams, allowed: readonly string[]): Record<string, string> | undefined {
  const query: Record<string, string> = {};
  for (const [name, value] of search) {
    // What no operation has is not sent on: Next.js adds the parameters of its own route.
    if (!allowed.includes(name)) continue;
    // Of a parameter that comes twice, each reader takes another.
    if (Object.hasOwn(query, name)) return undefined;
    query[name] = value;
  }
  return query;
}

/** Finds what a request below the base path asks for. */
export function findRoute(method: string, path: string, search: URLSearchParams, appId: string): Route | NoRoute {
  const matches = servedOperations.flatMap((operation) => {
    const raw = matchPath(operation.pattern, path);
    return raw ? [{ operation, raw }] : [];
  });
  if (matches.length === 0) return { status: 404, reason: "There is no such operation." };
  const match = matches.find(({ operation }) => operation.method === method);
  if (!match) {
    const allow = matches.map(({ operation }) => operation.method).join(", ");
    return { status: 405, reason: `This operation takes ${allow}.`, allow };
  }
  const { operation, raw } = match;
  const query = readQuery(search, operation.query);
  if (!query) return { status: 400, reason: "The query string has a parameter twice." };
  const { builderToken, ...rest } = query;
  if (operation.query.includes("builderToken") && builderToken === undefined) {
    return { status: 400, reason: "The parameter builderToken is missing." };
  }
  const ids: Record<string, string> = builderToken === undefined ? {} : { builderToken };
  for (const [name, text] of Object.entries(raw)) ids[name] = decode(text) ?? "";
  if (!Object.values(ids).every(isAcceptableId)) return { status: 400, reason: "An ID in the address is malformed." };
  // Another project of the same account is as foreign as an address that does not exist.
  if (ids.appId !== appId) return { status: 404, reason: "This App ID is not served here." };
  return { operation, ids, query: rest };
}
