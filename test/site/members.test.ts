import { expect, test } from "vitest";
import { terms } from "../../site/reference/terms.ts";
import { undocumentedIn } from "../../site/reference/undocumented-in.ts";

test("a member without a sentence is found, in an interface, a class and an object type", () => {
  expect(undocumentedIn("export interface Example {\n  /** Known. */\n  a: number;\n  b: number;\n}")).toEqual([
    "Example.b",
  ]);
  expect(undocumentedIn("export declare class Example { b(): void; private c: number; #d: number }")).toEqual([
    "Example.b",
  ]);
  expect(undocumentedIn("export type Example = {\n  /** Known. */\n  a: number;\n} & { b: number }")).toEqual([
    "object.b",
  ]);
});

test("what a type inherits counts", () => {
  expect(undocumentedIn("interface Base { b: number } export interface Example extends Base {}")).toEqual(["Base.b"]);
});

test("one value, a term and a variant of a union need no sentence", () => {
  expect(undocumentedIn('export interface Example { status: "idle"; lease: null; cname: string }')).toEqual([]);
  expect(undocumentedIn("export type Example = { a: number } | { b: number }")).toEqual([]);
  expect(undocumentedIn('export interface Example { status: "idle" | "over" }')).toEqual(["Example.status"]);
});

test("each term is there once, in both languages", () => {
  expect(new Set(terms.map(({ name }) => name)).size).toBe(terms.length);
  for (const term of terms) expect(term["zh-CN"]).toMatch(/。$/);
});
