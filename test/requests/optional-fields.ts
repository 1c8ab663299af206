import type { Schema } from "../../packages/core/src/validation/schema.ts";

/** A path into a request: names and indexes. */
export type Path = readonly (string | number)[];

const at = (value: unknown, step: string | number): unknown => Reflect.get(Object(value), step);

/** Every field that may be left out of the objects which are in this request, as the checks know it. */
export function* optionalFields(schema: Schema, input: unknown, path: Path = []): Generator<Path> {
  if (schema.getter) {
    yield* optionalFields(schema.getter(input), input, path);
  }
  if (schema.item && Array.isArray(input)) {
    for (const index of input.keys()) yield* optionalFields(schema.item, input[index], [...path, index]);
  }
  if (input === undefined || input === null) return;
  for (const [name, field] of Object.entries(schema.fields ?? {})) {
    if (schema.required?.includes(name) !== true) yield [...path, name];
    yield* optionalFields(field, at(input, name), [...path, name]);
  }
}

/** A copy in which the field is null, or not there. */
export function withField(input: unknown, [step, ...rest]: Path, value: null | undefined): unknown {
  if (step === undefined) return value;
  const changed = withField(at(input, step), rest, value);
  if (Array.isArray(input)) return input.map((item: unknown, index) => (index === step ? changed : item));
  const others = Object.entries(Object(input)).filter(([name]) => name !== step);
  return Object.fromEntries(changed === undefined ? others : [...others, [step, changed]]);
}

/** `a.b[].c`: the same field in whatever item. */
export const nameOf = (path: Path): string =>
  path.map((step, index) => (typeof step === "number" ? "[]" : `${index === 0 ? "" : "."}${step}`)).join("");

export const readAt = (input: unknown, path: Path): unknown => path.reduce(at, input);
