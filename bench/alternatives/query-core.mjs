// What a page without React would take: the core of TanStack Query over a hand-written client.
import { MutationObserver, QueryClient, QueryObserver } from "@tanstack/query-core";
import { createFetchClient } from "./fetch-wrapper.mjs";

export function createRecorder(options) {
  const api = createFetchClient(options);
  const client = new QueryClient();
  return {
    acquire: new MutationObserver(client, { mutationFn: api.acquire }),
    start: new MutationObserver(client, { mutationFn: api.start }),
    stop: new MutationObserver(client, { mutationFn: api.stop }),
    watch: (handle) =>
      new QueryObserver(client, {
        queryKey: ["recording", handle.sid],
        queryFn: () => api.query(handle),
        refetchInterval: 120_000,
      }),
  };
}
