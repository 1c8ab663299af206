import { operations } from "../http/route-table.ts";
import { answer, bare, type Fixtures } from "./fixture.ts";

const refusal = (status: number, message: string) =>
  answer(operations, { ...bare(status, { message }), headers: { "x-agora-edge-proxy": "1" } });

/** What the app's own proxy refuses before Agora hears of it; its header tells the two apart. */
export const proxyFixtures = {
  "proxy-unauthenticated": [refusal(401, "nobody is signed in")],
  "proxy-forbidden": [refusal(403, "this user may not do that")],
  "proxy-rejected": [refusal(400, "the proxy does not pass this on")],
} satisfies Fixtures;
