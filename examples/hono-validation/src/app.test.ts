import { basicAuth, createRecording } from "@agora-edge/core";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { expect, test } from "vitest";
import { createApp } from "./app.ts";

const storageConfig = { vendor: 1, region: 0, bucket: "recordings", accessKey: "access-key", secretKey: "secret-key" };

function setUp() {
  const fake = createFakeAgora();
  const { appId, clock, customerId, customerSecret } = fake;
  const app = createApp(
    createRecording({ appId, auth: basicAuth(customerId, customerSecret), fetch: fake.fetch, clock }),
  );
  const post = async (path: string, json: unknown) => {
    const headers = { "content-type": "application/json" };
    const response = await app.request(path, { method: "POST", headers, body: JSON.stringify(json) });
    return { status: response.status, body: (await response.json()) as object };
  };
  return { fake, post };
}

test("a right request goes to Agora", async () => {
  const { fake, post } = setUp();
  const lease = await post("/leases", { cname: "room-1", uid: "900001" });
  expect(lease).toMatchObject({ status: 200, body: { cname: "room-1", resourceId: expect.any(String) } });
  const started = await post("/recordings", { ...lease.body, mode: "mix", clientRequest: { storageConfig } });
  expect(started).toMatchObject({ status: 200, body: { sid: expect.any(String), mode: "mix" } });
  expect(fake.requests.map(({ operation }) => operation)).toEqual(["recording.acquire", "recording.start"]);
});

test("a wrong request is answered with every problem and where it is, and nothing is sent", async () => {
  const { fake, post } = setUp();
  const clientRequest = {
    storageConfig: { ...storageConfig, fileNamePrefix: ["a", "b/c"] },
    recordingConfig: { maxIdleTime: 1 },
  };
  const wrong = await post("/recordings", { cname: "room-1", uid: "0", resourceId: "r", mode: "mix", clientRequest });
  expect(wrong).toEqual({
    status: 400,
    body: {
      problems: [
        { path: ["uid"], message: "must be an integer from 1 to 4294967295 in a string" },
        {
          path: ["clientRequest", "storageConfig", "fileNamePrefix", 1],
          message: "must be letters and digits (a-z A-Z 0-9)",
        },
        {
          path: ["clientRequest", "recordingConfig", "maxIdleTime"],
          message: "must be an integer from 5 to 2592000 (seconds)",
        },
      ],
    },
  });
  expect(fake.requests).toEqual([]);
});
