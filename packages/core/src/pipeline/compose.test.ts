import fc from "fast-check";
import { expect, test } from "vitest";
import { compose, stepBuilder, type Step } from "./compose.ts";

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

test("what a step gives to the rest is known to the steps after it, and to no other", async () => {
  const seen: object[] = [];
  const watch: Step<object, string> = async (context, next) => {
    seen.push(context);
    return next();
  };
  const run = stepBuilder<{ readonly request: string }, string>()
    .use(watch)
    .add<{ readonly user: string }>(async ({ request }, next) => `${await next({ user: request.slice(0, 3) })}!`)
    .use(watch)
    .end(async ({ request, user }) => `${user} sent ${request}`);
  expect(await run({ request: "amy: stop" })).toBe("amy sent amy: stop!");
  expect(seen).toEqual([{ request: "amy: stop" }, { request: "amy: stop", user: "amy" }]);
});

test("a step that answers by itself keeps the later ones from running", async () => {
  const run = stepBuilder<{ readonly name: string }, string>()
    .use(async ({ name }, next) => (name === "" ? "refused" : next()))
    .end(async ({ name }) => `served ${name}`);
  expect([await run({ name: "" }), await run({ name: "amy" })]).toEqual(["refused", "served amy"]);
});
