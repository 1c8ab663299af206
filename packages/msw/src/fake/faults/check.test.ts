import { expect, test } from "vitest";
import { createFakeAgora, faultKinds } from "../../fake.ts";
import { operations } from "../http/route-table.ts";
import { acquire, clientOf, kindOf, startMix } from "../../testing/client.ts";

test("a kind that an operation never fails as is refused, the nearest is named", () => {
  const fake = createFakeAgora();
  expect(() => fake.fail("recording.start", { kind: "server-error" })).toThrow(RangeError);
  expect(() => fake.fail("recording.start", { kind: "server-error" })).toThrow(
    /^recording\.start never fails as "server-error"\. Did you mean "(start|query)-server-error"\? All of them: invalid-app-id, /,
  );
  fake.fail("recording.stop", { kind: "server-error" });
  // @ts-expect-error -- misspelt
  expect(() => fake.fail("*", { kind: "rate-limitted" })).toThrow(
    'No operation ever fails as "rate-limitted". Did you mean "rate-limited"?',
  );
});

test("an operation that does not exist is refused", () => {
  const fake = createFakeAgora();
  // @ts-expect-error -- misspelt
  expect(() => fake.fail("recording.begin", {})).toThrow(
    "There is no operation recording.begin. Did you mean recording.",
  );
});

test("everything that is listed of an operation is taken", () => {
  const fake = createFakeAgora();
  const faults = operations.flatMap((operation) => faultKinds(operation).map((kind) => fake.fail(operation, { kind })));
  expect(faults.length).toBeGreaterThan(200);
});

test("a kind for all operations meets those that fail so", async () => {
  const fake = createFakeAgora();
  const fault = fake.fail("*", { kind: "resource-expired" });
  const client = clientOf(fake);
  expect(await kindOf(acquire(client))).toBe("none");
  expect(fault.hits).toBe(0);
  expect(await kindOf(startMix(client))).toBe("resource-expired");
});
