import type { JsonObject } from "../../runtime/json.ts";
import type { SttListFilter } from "../../stt/types/list.ts";

/**
 * Whether a filter keeps a list to what belongs to the user. Only the channel does: a limit, a cursor, a state or a time leave
 * the agents of everybody in.
 */
export function isNarrow(filter: SttListFilter | undefined): filter is SttListFilter & { channel: string } {
  return typeof filter?.channel === "string" && filter.channel.trim() !== "";
}

/** The filter that a page asks for, with numbers where the SDK wants some. */
function readFilter(query: Readonly<Record<string, string>>): Record<string, unknown> {
  const numbers = ["from_time", "to_time", "limit"];
  return Object.fromEntries(
    Object.entries(query)
      .filter(([, value]) => value !== "")
      .map(([name, value]) => [name, numbers.includes(name) ? Number(value) : value]),
  );
}

/** Which of two numbers lets less through. */
const tighter: Readonly<Record<string, (one: number, other: number) => number>> = {
  from_time: Math.max,
  to_time: Math.min,
  limit: Math.min,
};

/** Read by name: what a class inherits or computes is not among the entries of its object, but limits too. */
const limiting = ["channel", "from_time", "to_time", "state", "limit", "cursor"];

/** What is asked for, within what the app allows. */
export function narrow(query: Readonly<Record<string, string>>, allowed: SttListFilter): JsonObject {
  const filter = readFilter(query);
  for (const name of new Set([...limiting, ...Object.keys(allowed)])) {
    const value: unknown = Reflect.get(allowed, name);
    // An undefined limit must not lift the one that the page asked for.
    if (value === undefined || value === null) continue;
    const asked = filter[name];
    const choose = tighter[name];
    filter[name] = choose && typeof asked === "number" && typeof value === "number" ? choose(asked, value) : value;
  }
  return filter;
}
