import { placeOf, placesIn } from "../../validation/place.ts";
import type { Schema } from "../../validation/schema.ts";
import type { ServedOperation } from "./operations.ts";

/**
 * Whether the body of `sttTasks.start` is one of the beta, which has the same address. Nothing else decides that: the
 * channel that `authorize` sees must be the one that Agora sees.
 */
export function isBeta(body: object): boolean {
  return "audio" in body || "config" in body;
}

/** The address does not tell v5 from v6: a page may send what either of them has. */
const generationsOf = (body: object): readonly string[] => (isBeta(body) ? ["beta"] : ["v6", "v5"]);

/** The schema that fits an input, where the input decides. */
function resolve(schema: Schema | undefined, input: unknown): Schema | undefined {
  return schema?.getter ? resolve(schema.getter(input), input) : schema;
}

function fieldAt(schema: Schema | undefined, name: string): Schema | undefined {
  return schema?.fields?.[name] ?? schema?.fields?.handle?.fields?.[name];
}

/** Whether an operation takes the handle of what runs, which a page has in the address. */
export function takesHandle({ request }: ServedOperation): boolean {
  return resolve(request(), undefined)?.fields?.handle !== undefined;
}

/** The schemas of a body, one of which each of its fields has to be in: there is no second list of the fields. */
export function bodySchemas({ request, body }: ServedOperation, given: object): readonly Schema[] {
  const schema = request();
  if (body === true) return [schema];
  if (typeof body === "string") {
    // Of a body that is one field of the call, the call's generation tells the schema.
    const inputs = body === "request" ? generationsOf(given).map((version) => ({ version })) : [{}];
    return inputs.flatMap((input) => resolve(schema, input)?.fields?.[body] ?? []);
  }
  const call = resolve(schema, given);
  const fields = (body ?? []).flatMap((name) => {
    const field = fieldAt(call, name);
    return field ? [[name, field] as const] : [];
  });
  return [{ ...schema, getter: undefined, fields: Object.fromEntries(fields) }];
}

/** What several schemas together know of a value. */
export interface Part {
  /** Of an object: the schemas of each field, empty for an unknown field. Undefined for other values. */
  readonly fieldOf: ((name: string) => readonly Schema[]) | undefined;
  /** Of a list of objects: the schemas of an item. */
  readonly items: readonly Schema[];
}

export function partOf(schemas: readonly Schema[], value: unknown): Part {
  const fitting = schemas.flatMap((schema) => resolve(schema, value) ?? []);
  const objects = fitting.map(({ fields }) => fields).filter((fields) => fields !== undefined);
  const items = fitting.flatMap(({ item }) => (resolve(item, undefined)?.fields ? (item ?? []) : []));
  const fieldOf = (name: string) =>
    objects.flatMap((fields) => (Object.hasOwn(fields, name) ? (fields[name] ?? []) : []));
  return { fieldOf: objects.length > 0 ? fieldOf : undefined, items };
}

/** Where a field of a body belongs that stands in the wrong object. */
export function placeInBody(schemas: readonly Schema[], body: object, path: string): string | undefined {
  for (const schema of schemas) {
    const place = placeOf(placesIn(schema, body), `.${path}`);
    if (place !== undefined) return place;
  }
  return undefined;
}
