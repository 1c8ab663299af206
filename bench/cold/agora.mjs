import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { account, acquireRequest, answers, instantFetch } from "../lib/wire.mjs";

export async function run() {
  const { appId, customerId, customerSecret } = account;
  const agora = createAgoraClient({
    appId,
    auth: basicAuth(customerId, customerSecret),
    baseUrl: "https://service.example",
    fetch: instantFetch(answers.acquire),
  });
  return (await agora.recording.acquire(acquireRequest)).resourceId;
}
