import { isObject } from "../../runtime/json.ts";

/** The type of a field, in a form that can be checked. Follows from the type, so that neither can be changed alone. */
type ShapeOf<Value> = [Value] extends [number]
  ? "number"
  : [Value] extends [string]
    ? "string"
    : [Value] extends [boolean]
      ? "boolean"
      : [Value] extends [readonly (infer Item)[]]
        ? readonly [Shape<Item>]
        : [Value] extends [object]
          ? Shape<Value>
          : "number or string";

/** The documented fields of an object, each with its type. */
export type Shape<Fields> = { readonly [Name in keyof Fields]-?: ShapeOf<NonNullable<Fields[Name]>> };

type AnyShape = string | readonly AnyShape[] | { readonly [name: string]: AnyShape };

/** `Array.isArray` alone does not narrow readonly arrays. */
const isList = (shape: AnyShape): shape is readonly AnyShape[] => Array.isArray(shape);

/**
 * Whether every documented field that is there has the documented type. A field that is null is not there: it is deleted,
 * as `value` is a copy of our own.
 */
export function fits(value: unknown, shape: AnyShape): boolean {
  if (typeof shape === "string") return shape.split(" or ").includes(typeof value);
  if (isList(shape)) return Array.isArray(value) && shape.every((item) => value.every((each) => fits(each, item)));
  if (!isObject(value)) return false;
  return Object.entries(shape).every(([name, inner]) => {
    if (value[name] === null) Reflect.deleteProperty(value, name);
    return value[name] === undefined || fits(value[name], inner);
  });
}
