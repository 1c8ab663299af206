// Loaded on demand: for answers that the proxy has not finished. An older proxy passes them on as the service gives them, and
// some do not come from the proxy at all.
import { createAgoraClient } from "../client/agora-client.ts";
import type { SttListFilter, SttListItem } from "../stt/types/list.ts";
import { createSttAgents } from "../stt/agents/agents.ts";
import type { CallOptions } from "../pipeline/call.ts";
import type { PageCall } from "./call.ts";
import { askClient } from "./ask-client.ts";
import type { PageClientOptions } from "./options.ts";

/**
 * What the client for servers makes of an answer that came already: it is asked the same, and gets this answer.
 *
 * @param isRepeat an attempt before this one got lost
 */
export async function readWireAnswer(
  response: Response,
  { operation, args }: PageCall,
  { isRepeat, ...options }: PageClientOptions & { isRepeat: boolean },
): Promise<unknown> {
  const { appId, baseUrl, clock } = options;
  const answers = isRepeat ? [undefined, response] : [response];
  const client = createAgoraClient({
    appId,
    // Nothing is sent there. Where there is no page, as in tests, a relative address is as good as any.
    baseUrl: new URL(baseUrl, globalThis.location?.href ?? "http://any-host.invalid/").href,
    clock,
    retry: { maxRetries: answers.length - 1, jitter: 0, delays: () => [0] },
    rateLimit: false,
    onWarning: () => {},
    fetch: async (input, init) => {
      // Before it repeats a stop, a client looks whether it is needed. That is not what was answered.
      const isLook = operation.endsWith(".stop") && new Request(input, init).method === "GET";
      const answer = isLook ? undefined : answers.shift();
      if (answer) return answer;
      throw new TypeError("The answer of an earlier attempt got lost.");
    },
  });
  return askClient(client, operation, args);
}

/** Goes through all pages of a list, as the client for servers does. */
export function listAgents(
  { appId, baseUrl, headers, credentials, fetch, clock }: PageClientOptions,
  filter: SttListFilter | undefined,
  options: CallOptions | undefined,
): AsyncIterable<SttListItem> {
  const client = createSttAgents({ appId, baseUrl, rateLimit: false, headers, credentials, fetch, clock });
  return client.list(filter, options);
}
