import { get } from "./get.ts";
import type { Schema } from "./schema.ts";

/** What one part of the API calls so, another calls so. */
const otherNames: Readonly<Record<string, string>> = {
  storageConfig: "storage",
  storage: "storageConfig",
  cname: "channelName",
  channelName: "cname",
};

/** No list has items of more kinds. */
const mostItems = 9;

/** Every field that a schema knows: `.a.b[].c`. Where the input decides what a field is, it is followed. */
export function* placesOf(schema: Schema, input: unknown, path = ""): Generator<string, void, undefined> {
  if (schema.getter) {
    yield* placesOf(schema.getter(input), input, path);
  }
  if (schema.item) {
    const items: unknown[] = Array.isArray(input) && input.length > 0 ? input.slice(0, mostItems) : [undefined];
    for (const item of items) yield* placesOf(schema.item, item, `${path}[]`);
  }
  for (const [name, field] of Object.entries(schema.fields ?? {})) {
    yield `${path}.${name}`;
    yield* placesOf(field, get(input, name), `${path}.${name}`);
  }
}

const steps = (path: string): string[] => path.replace(/\[\d+\]/g, "[]").split(".");

/** How many steps from the top two paths have in common. */
function shared(one: readonly string[], other: readonly string[]): number {
  const parting = one.findIndex((step, index) => step !== other[index]);
  return parting < 0 ? one.length : parting;
}

/** Where the fields of a request are, to look for those that stand elsewhere. */
export type Places = readonly (readonly string[])[];

export function placesIn(schema: Schema, input: unknown): Places {
  return [...placesOf(schema, input)].map(steps);
}

/**
 * Where a field belongs that stands in an object which does not have it: the nearest object of the same request that has
 * one of that name. `path` like a place: `.a.b`. Undefined if no object has it.
 */
export function placeOf(places: Places, path: string): string | undefined {
  const own = steps(path);
  const name = own.at(-1) ?? "";
  for (const wanted of [name, otherNames[name]]) {
    const found = places.filter((place) => wanted !== undefined && place.at(-1) === wanted);
    const nearest = found.sort((one, other) => shared(own, other) - shared(own, one))[0];
    if (nearest) return nearest.join(".").slice(1);
  }
  return undefined;
}
