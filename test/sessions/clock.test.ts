import { expect, test } from "vitest";
import { clientRequest, createWorld } from "./setup.ts";

/** What takes its time outside of every clock, such as another process. */
async function slowly(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test("the fake's clock waits for a session that prepares its request", async () => {
  const { fake, newSession } = createWorld();
  const preparedAt: number[] = [];
  const prepare = async () => {
    await slowly();
    preparedAt.push(fake.now());
    return clientRequest;
  };
  fake.channel("room-1").join("1");
  const begin = fake.now();
  const session = newSession({ clientRequest: prepare });
  session.start().catch(() => undefined);
  await fake.advanceAsync(20_000);
  expect([preparedAt, session.getSnapshot().status]).toEqual([[begin], "recording"]);
  session.dispose();
});

test("it waits for the lock between tabs", async () => {
  const { fake, newSession } = createWorld();
  const grantedAt: number[] = [];
  const locks = {
    async request(_: string, __: object, granted: () => Promise<void>) {
      await slowly();
      grantedAt.push(fake.now());
      await granted();
    },
  };
  fake.channel("room-1").join("1");
  const begin = fake.now();
  const session = newSession({ locks });
  session.start().catch(() => undefined);
  await fake.advanceAsync(20_000);
  expect([grantedAt, session.getSnapshot().status]).toEqual([[begin], "recording"]);
  session.dispose();
});
