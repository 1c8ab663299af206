// Prints errors as an app would that logs them: with its own ky instance, with ky in place of fetch, and with a hook that fails.
import { basicAuth, createAgoraClient } from "@agora-edge/core";
import ky from "ky";

const hooks = { beforeRequest: [({ request }) => request.headers.set("x-session", "session-secret")] };
const refuse = async () => Response.json({ message: "no" }, { status: 401 });
// Nobody listens there.
const unreachable = "http://127.0.0.1:1";

const clients = [
  { ky: ky.create({ hooks }) },
  { fetch: ky.create({ hooks, retry: 0 }) },
  { fetch: ky.create({ hooks, retry: 0, fetch: refuse }) },
  {
    ky: ky.create({
      hooks: { ...hooks, afterResponse: [({ request }) => ky.retry({ request, delay: 0 })] },
      retry: 1,
      fetch: refuse,
    }),
  },
].map((options) =>
  createAgoraClient({
    appId: "app1",
    auth: basicAuth("customer-id", "customer-secret"),
    baseUrl: unreachable,
    retry: false,
    ...options,
  }),
);

const storageConfig = { vendor: 1, region: 0, bucket: "b", accessKey: "k", secretKey: "storage-secret" };
const resource = { cname: "room-1", uid: "900001", resourceId: "r" };
for (const { recording, sttTasks } of clients) {
  const calls = [
    recording.start({ ...resource, mode: "mix", clientRequest: { storageConfig } }),
    sttTasks.query({ tokenName: "builder-secret", taskId: "task-1" }),
  ];
  for (const call of calls) {
    const error = await call.then(
      () => new Error("nothing failed"),
      (reason) => reason,
    );
    console.log(error);
    console.log(error.cause);
    console.log(JSON.stringify(error), String(error), error.stack);
    console.log({ nested: { error } });
    for (const key of Reflect.ownKeys(error.cause ?? {})) console.log(key, error.cause[key]);
  }
}
