import { isAbsent } from "./absent.ts";
import { accept, advise, choose, extend, type ListSchema, type Schema } from "./schema.ts";

/** An array of at least `min` and at most `max` items. */
export function list<Item>(item: Schema<Item>, min = 0, max = Infinity): ListSchema<Item> {
  const message = `must be an array${max < Infinity ? ` of ${min} to ${max}` : ""}`;
  const schema: ListSchema<Item> = extend(accept<readonly Item[]>(Array.isArray, message), (value, add, descend) => {
    if (!Array.isArray(value)) return;
    if (value.length < min || value.length > max) add({ type: "length", message, input: value });
    value.forEach((input: unknown, key) =>
      descend(item, input, () => ({ type: "array", origin: "value", input: value, key, value: input })),
    );
  });
  return { ...schema, type: "array", item };
}

/** A list, or its one item in its place, with a warning: documents and programs show both. */
export function listOrOne<Item>(item: Schema<Item>, min = 0, max = Infinity): ListSchema<Item> {
  const alone = item.fields ? "object" : "string";
  const isAlone = (value: unknown) => !isAbsent(value) && !Array.isArray(value) && typeof value === alone;
  const one: Schema = advise(item, () => false, "is documented as a list");
  return choose<readonly Item[], boolean>(isAlone, (single) => (single ? one : list(item, min, max)));
}
