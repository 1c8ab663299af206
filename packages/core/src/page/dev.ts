// For development: checks requests in the page, before they are sent. Not in the bundle of an app that does not import it.
import { createAgoraClient } from "../client/agora-client.ts";
import { isAgoraError } from "../errors/agora-error.ts";
import { askClient } from "./ask-client.ts";
import type { PageValidator } from "./options.ts";

/**
 * Checks requests in the page, as the server does, and tells on the console of what probably does not do what was meant,
 * such as a field that is spelled nearly right: `createPageClient({ …, validate })`. Import it in development alone.
 *
 * @throws AgoraError of kind `invalid-request`, before anything is sent
 * @example
 * import { validate } from "@agora-edge/core/page/dev";
 * const agora = createPageClient({ appId, baseUrl: "/api/agora", validate });
 */
export const validate: PageValidator = async ({ appId, operation, args }) => {
  const client = createAgoraClient({
    appId,
    baseUrl: "/",
    retry: false,
    rateLimit: false,
    fetch: () => Promise.reject(new TypeError("Checked, and not sent.")),
  });
  try {
    await askClient(client, operation, args);
  } catch (error) {
    if (isAgoraError(error) && error.kind === "invalid-request") throw error;
  }
};
