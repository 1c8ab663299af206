import { createFetchClient } from "../alternatives/fetch-wrapper.mjs";
import { account, acquireRequest, answers, instantFetch } from "../lib/wire.mjs";

export async function run() {
  const fetch = instantFetch(answers.acquire);
  const client = createFetchClient({ ...account, baseUrl: "https://service.example", fetch });
  return (await client.acquire(acquireRequest)).resourceId;
}
