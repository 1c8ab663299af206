import { expectTypeOf, test } from "vitest";
import type { Absent } from "./absent.ts";
import { list } from "./list.ts";
import { object } from "./object.ts";
import { boolean, integer, string, type FieldOf, type ObjectSchema } from "./schema.ts";

interface Person {
  name: string;
  age?: number | Absent;
  tags?: readonly ("a" | "b")[] | Absent;
  home?: Home | Absent;
  /** Not for persons. */
  price?: Absent;
}

interface Home {
  street: string;
  floor?: number | Absent;
}

const home = object<Home>({ street: string() }, { floor: integer(0) });
const optional = { age: integer(0), tags: list(string()), home };

test("a schema has exactly the fields of its type", () => {
  expectTypeOf(object<Person>({ name: string() }, optional)).toEqualTypeOf<ObjectSchema<Person>>();
  // @ts-expect-error `tags` is missing
  object<Person>({ name: string() }, { age: integer(0), home });
  // @ts-expect-error `name` is missing
  object<Person>({}, optional);
  // @ts-expect-error there is no field `size`
  object<Person>({ name: string() }, { ...optional, size: integer(0) });
  // @ts-expect-error a field of any value is not a field that is not there
  object<Person>({ name: string() }, { ...optional, age: undefined });
});

test("what must be there in the type must be there in the schema, and what may be there may be there", () => {
  expectTypeOf(object<Person>({ name: string() }, optional)).not.toBeAny();
  // @ts-expect-error `age` need not be there
  object<Person>({ name: string(), age: integer(0) }, { tags: list(string()), home });
  // @ts-expect-error `name` must be there
  object<Person>({}, { ...optional, name: string() });
});

test("the schema of a field takes what the type of the field has", () => {
  expectTypeOf(object<Person>({ name: string() }, optional)).not.toBeAny();
  // @ts-expect-error a number is no text
  object<Person>({ name: integer(0) }, optional);
  // @ts-expect-error a list is not its item
  object<Person>({ name: string() }, { ...optional, tags: string() });
  // @ts-expect-error the items are texts
  object<Person>({ name: string() }, { ...optional, tags: list(boolean()) });
});

test("the schema of an object within has exactly its fields", () => {
  const less = object<{ street: string }>({ street: string() }, {});
  const more = object<Home & { door?: string }>({ street: string() }, { floor: integer(0), door: string() });
  const looser = object<Partial<Home>>({}, { street: string(), floor: integer(0) });
  // @ts-expect-error it has no `floor`
  object<Person>({ name: string() }, { ...optional, home: less });
  // @ts-expect-error it has a `door`
  object<Person>({ name: string() }, { ...optional, home: more });
  // @ts-expect-error its `street` may be missing
  object<Person>({ name: string() }, { ...optional, home: looser });
  // @ts-expect-error nor do lists of them fit
  object<{ homes: readonly Home[] }>({ homes: list(less) }, {});
  expectTypeOf(object<{ homes: readonly Home[] }>({ homes: list(home) }, {})).not.toBeAny();
});

test("a schema of several types has the fields of all, and needs what all need", () => {
  type Shape = { kind: "circle"; radius: number } | { kind: "box"; width: number; radius?: Absent };
  expectTypeOf(object<Shape>({ kind: string() }, { radius: integer(0), width: integer(0) })).not.toBeAny();
  expectTypeOf<FieldOf<Shape, "radius">>().toEqualTypeOf<number>();
  // @ts-expect-error boxes have no radius
  object<Shape>({ kind: string(), radius: integer(0) }, { width: integer(0) });
});
