import { safeParse } from "valibot";
import { describe, expect, test, vi } from "vitest";
import { list, listOrOne } from "./list.ts";
import { object } from "./object.ts";
import { advise, choice, choose, integer, once, string, text, type ListSchema } from "./schema.ts";

interface Row {
  id: string;
  size?: number;
}

interface Table {
  rows: readonly Row[];
  title?: string;
}

const row = object<Row>({ id: text() }, { size: choice(3) });
const rows: ListSchema<Row> = list(row, 1);
const table = object<Table>({ rows }, { title: string() }, (_, report) => report("rows.length", "is a rule"));

/** What valibot itself makes of a value: kind, type, keys and message of each issue. */
const issues = (value: unknown) =>
  (safeParse(table, value).issues ?? []).map(({ kind, type, path, message }) => [
    kind,
    type,
    (path ?? []).map(({ key }) => key),
    message,
  ]);

describe("a schema is one of valibot, whose issues", () => {
  test("have a path of real steps, and say what they are by their type", () => {
    expect(issues({ rows: [{ id: "" }, { size: 9, idd: 1 }, 7], titel: "t", more: 1 })).toEqual([
      ["schema", "custom", ["rows", 0, "id"], "must be a string that is not empty"],
      ["validation", "required", ["rows", 1, "id"], "is required"],
      ["validation", "warning", ["rows", 1, "size"], "is not documented: known are 0 to 3"],
      ["validation", "misspelled_key", ["rows", 1, "idd"], "must be spelt id"],
      ["schema", "custom", ["rows", 2], "must be an object"],
      ["validation", "misspelled_key", ["titel"], "must be spelt title"],
      ["validation", "unknown_key", ["more"], "is no field of this object"],
      ["validation", "rule", ["rows", "length"], "is a rule"],
    ]);
  });

  test("name the right spelling as what was expected, and hold every value on the way", () => {
    const value = { rows: [{ id: "a", sise: 1 }] };
    const [issue] = safeParse(table, value).issues ?? [];
    expect(issue).toMatchObject({ expected: "size", input: 1, received: "number 1" });
    expect(issue?.path).toMatchObject([
      { type: "object", key: "rows", input: value, value: value.rows },
      { type: "array", key: 0, input: value.rows, value: value.rows[0] },
      { type: "object", key: "sise", input: value.rows[0], value: 1 },
    ]);
  });

  test("have no path where the value itself is wrong", () => {
    expect(issues("text")).toEqual([["schema", "custom", [], "must be an object"]]);
  });
});

test("a schema is made on first use, and once", () => {
  const make = vi.fn(() => integer(0));
  const schema = once(make);
  expect(make).not.toHaveBeenCalled();
  expect(schema()).toBe(schema());
  expect(make).toHaveBeenCalledTimes(1);
});

test("each of several schemas is made when an input first asks for it, and once", () => {
  const make = vi.fn((isLong: boolean) => advise(string(), () => false, isLong ? "is long" : "is short"));
  const schema = choose<string, boolean>((input) => String(input).length > 3, make);
  const messages = ["ab", "abcd", "abcdef", "a"].map((input) => safeParse(schema, input).issues?.[0].message);
  expect(messages).toEqual(["is short", "is long", "is long", "is short"]);
  expect(make.mock.calls).toEqual([[false], [true]]);
});

test("a list may be its one item, with a warning", () => {
  const types = (value: unknown) => (safeParse(listOrOne(text(), 0, 1), value).issues ?? []).map(({ type }) => type);
  expect([types(["a"]), types("a"), types(["a", "b"]), types(7)]).toEqual([[], ["warning"], ["length"], ["custom"]]);
});
