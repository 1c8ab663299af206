import fc from "fast-check";
import { expect, test } from "vitest";
import { compose, type Step } from "./compose.ts";

test("steps enclose each other in the order of the list, whatever their number", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.string(), { maxLength: 8 }), async (names) => {
      const seen: string[] = [];
      const steps = names.map<Step<string, string>>((name) => async (context, next) => {
        seen.push(`${context} > ${name}`);
        const result = await next();
        seen.push(`${name} > ${result}`);
        return result;
      });
      expect(await compose(steps, async (context) => `${context}, answered`)("call")).toBe("call, answered");
      expect(seen).toEqual([
        ...names.map((name) => `call > ${name}`),
        ...names.toReversed().map((name) => `${name} > call, answered`),
      ]);
    }),
  );
});

test("a step can run the rest several times, or not at all", async () => {
  let count = 0;
  const last = async () => ++count;
  const twice: Step<object, number> = async (_, next) => (await next()) + (await next());
  const never: Step<object, number> = async () => 100;
  expect(await compose([twice], last)({})).toBe(3);
  expect(await compose([never, twice], last)({})).toBe(100);
  expect(count).toBe(2);
});
