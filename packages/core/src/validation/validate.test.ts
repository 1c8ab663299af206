import { describe, expect, test } from "vitest";
import { list } from "./list.ts";
import { object } from "./object.ts";
import { integer, positive, string, text } from "./schema.ts";
import { validate } from "./validate.ts";

interface Inner {
  apiKey: string;
  displayName?: string;
}

interface Outer {
  count: number;
  inner: Inner;
  names?: readonly string[];
  rows?: readonly Inner[];
  speed?: number;
}

const inner = object<Inner>({ apiKey: text() }, { displayName: string() });
const schema = object<Outer>(
  { count: integer(1, 5), inner },
  { names: list(text(), 1, 2), rows: list(inner), speed: positive() },
  (value, report) => {
    if (!value) return;
    report("inner.displayName", "is a rule");
  },
);
const good = { count: 1, inner: { apiKey: "k" } };
const paths = (input: unknown, allowFields?: string[]) =>
  validate(schema, input, { allowFields })
    .filter(({ message }) => message !== "is a rule")
    .map(({ path, message, received }) => `${path} ${message}, ${received}`);

describe("validate", () => {
  test("has nothing to say of a good value", () => {
    expect(paths(good)).toEqual([]);
  });

  test.each([undefined, null, [], "text", 7, () => 1])("refuses %j where an object must be", (input) => {
    expect(validate(schema, input)).toMatchObject([{ path: "", message: "must be an object" }]);
  });

  test("writes paths as in code", () => {
    expect(paths({ count: 9, inner: {}, names: ["a", ""], rows: [good.inner, { apiKey: 5 }, 3] })).toEqual([
      "count must be an integer from 1 to 5, number 9",
      "inner.apiKey is required, nothing",
      "names[1] must be a string that is not empty, string of 0 characters",
      "rows[1].apiKey must be a string that is not empty, number",
      "rows[2] must be an object, number 3",
    ]);
  });

  test("tells of the length of a list and of its items", () => {
    expect(paths({ ...good, names: ["a", "b", 3] })).toEqual([
      "names must be an array of 1 to 2, array of 3",
      "names[2] must be a string that is not empty, number 3",
    ]);
  });

  test.each([
    [undefined, "nothing"],
    [null, "null"],
  ])("takes %s for absent", (absent, received) => {
    expect(paths({ ...good, names: absent, speed: absent, nmaes: absent })).toEqual([]);
    expect(paths({ ...good, count: absent })).toEqual([`count is required, ${received}`]);
  });

  test.each([0, -1, Number.NaN, Infinity, "1"])("takes %s for no positive number", (speed) => {
    expect(paths({ ...good, speed })).toHaveLength(1);
  });

  test("lets unknown fields pass and names the right spelling of misspelt ones", () => {
    expect(paths({ ...good, other: 1, toString: 2, cuont: 3, inner: { apiKey: "k", displayname: 12 } })).toEqual([
      "inner.displayname must be spelt displayName, number 12",
      "cuont must be spelt count, number 3",
    ]);
    expect(paths({ ...good, inner: { apiKey: "k", apikey: 12 } })).toEqual([
      "inner.apikey must be spelt apiKey, number",
    ]);
  });

  test("lets allowed misspellings pass", () => {
    expect(paths({ ...good, cuont: 3, nmaes: 1 }, ["cuont"])).toEqual(["nmaes must be spelt names, number 1"]);
  });

  test("runs rules next to other problems", () => {
    expect(validate(schema, { count: 0 }).map(({ path }) => path)).toEqual(["count", "inner", "inner.displayName"]);
  });

  test("reads a lenient object only for names that are not there", () => {
    const handle = object<{ uid: string }>({ uid: text() }, {}, undefined, "lenient");
    expect(validate(handle, { uid: "1", id: 7, uuid: "x" })).toEqual([]);
    expect(validate(handle, { id: 7 }).map(({ path }) => path)).toEqual(["uid", "id"]);
  });

  test("takes a throwing getter for a problem", () => {
    const hostile = {
      get count() {
        throw new Error("no");
      },
    };
    expect(validate(schema, hostile)).toEqual([{ path: "", message: "must be plain JSON data", received: "object" }]);
  });
});
