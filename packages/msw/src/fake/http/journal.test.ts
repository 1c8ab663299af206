import { expect, test } from "vitest";
import { callFake, storageConfig, who } from "../../testing/caller.ts";

test("every request is noted with its answer", async () => {
  const { fake, acquire, send } = callFake();
  const { body } = await acquire();
  fake.advance(1000);
  await send("GET", "/nowhere?x=1");
  const [first, second] = fake.requests;
  expect(first).toMatchObject({
    at: fake.now() - 1000,
    operation: "recording.acquire",
    method: "POST",
    path: `/v1/apps/${fake.appId}/cloud_recording/acquire`,
    body: { ...who, clientRequest: {} },
    status: 200,
    response: body,
    ...who,
  });
  expect(second).toMatchObject({ operation: null, url: "https://api.agora.io/nowhere?x=1", status: 404, body: null });
});

test("a query is noted with the names of its recording", async () => {
  const { fake, record } = callFake();
  await (await record("mix")).query();
  expect(fake.requests.at(-1)).toMatchObject({ operation: "recording.query", ...who });
});

test("no secret is kept", async () => {
  const { fake, record, send } = callFake();
  const config = { decryptionMode: 1, secret: "channel-secret" };
  const storage = { ...storageConfig, stsToken: "sts-secret", stsExpiration: 1 };
  await record("mix", { token: "rtc-secret", storageConfig: storage, recordingConfig: config });
  await send("GET", "/", undefined, { authorization: 'agora token="rest-secret"' });
  const text = JSON.stringify(fake.requests);
  expect(text).not.toMatch(/key-id|key-secret|sts-secret|rtc-secret|channel-secret|rest-secret/);
  expect(text).not.toContain(btoa(`${fake.customerId}:${fake.customerSecret}`));
  expect(fake.requests[0]?.headers.authorization).toBe("Basic [redacted]");
  expect(text).toContain('"bucket":"bucket"');
});

test("the last 1000 are kept, all are counted", async () => {
  const { fake, send } = callFake();
  for (let index = 0; index < 1005; index += 1) await send("GET", `/${index}`);
  expect(fake.requests).toHaveLength(1000);
  expect(fake.requests[0]?.path).toBe("/5");
  expect(fake.requestCount).toBe(1005);
});

test("a body that is no JSON is noted as it is", async () => {
  const { fake, send, base } = callFake();
  await send("POST", `${base}/acquire`, "{oops");
  expect(fake.requests[0]).toMatchObject({ body: "{oops", response: { code: 8 } });
});
