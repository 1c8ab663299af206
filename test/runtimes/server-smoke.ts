import { buildAccessToken, parseRtcToken, verifyNotification, type AccessTokenService } from "@agora-edge/core/server";

import { filesSmoke } from "./files-smoke.ts";

/** Documented vectors as plain JSON: they travel to other processes and workers. */
export interface ServerSmokeInput {
  tokens: readonly {
    appId: string;
    appCertificate: string;
    issuedAt: number;
    salt: number;
    expiresIn: number;
    services: AccessTokenService[];
    /** The inflated token in hexadecimal digits: the packing is another in every runtime. */
    content: string;
    token: string;
  }[];
  /** Options that no token can be built with. */
  impossible: readonly object[];
  /** Texts that are no tokens. */
  unreadable: readonly string[];
  /** Tokens that the certificate has not signed. */
  forged: readonly { token: string; appCertificate: string }[];
  notifications: readonly { secret: string; body: string; v1: string; v2: string }[];
}

/** How many of each came out as documented. */
export type ServerSmokeSummary = Readonly<Record<string, number>>;

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

async function contentOf(token: string): Promise<string> {
  const packed = Uint8Array.from(atob(token.slice(3)), (letter) => letter.charCodeAt(0));
  const stream = new Response(packed).body?.pipeThrough(new DecompressionStream("deflate"));
  return hex(new Uint8Array(await new Response(stream).arrayBuffer()));
}

async function count<Item>(items: readonly Item[], holds: (item: Item) => Promise<boolean>): Promise<number> {
  const results = await Promise.all(items.map((item) => holds(item)));
  return results.filter(Boolean).length;
}

const fails = (work: Promise<unknown>, kind: string): Promise<boolean> =>
  work.then(
    () => false,
    (error: unknown) => Object(error).kind === kind,
  );

/** Tokens, notifications and playback, on the built core. The same file runs in every runtime. */
export async function serverSmoke(input: ServerSmokeInput): Promise<ServerSmokeSummary> {
  const request = (body: string, headers: Record<string, string>) =>
    new Request("https://app.example/agora-events", { method: "POST", headers, body });
  /** The vectors are old. */
  const tolerance = false;
  return {
    ...(await filesSmoke()),
    built: await count(input.tokens, async ({ content, ...options }) => {
      return (await contentOf(await buildAccessToken(options))) === content;
    }),
    parsed: await count(input.tokens, async ({ token, appCertificate, appId }) => {
      const parsed = await parseRtcToken(token, { appCertificate });
      return parsed.isSigned === true && parsed.appId === appId;
    }),
    impossible: await count(input.impossible, (options) =>
      fails(buildAccessToken(options as never), "invalid-request"),
    ),
    unreadable: await count(input.unreadable, (token) => fails(parseRtcToken(token), "invalid-request")),
    forged: await count(input.forged, async ({ token, appCertificate }) => {
      return (await parseRtcToken(token, { appCertificate })).isSigned === false;
    }),
    verified: await count(input.notifications, async ({ secret, body, v1, v2 }) => {
      const events = await Promise.all([
        verifyNotification(request(body, { "agora-signature": v1 }), { secret, tolerance }),
        verifyNotification(request(body, { "agora-signature-v2": v2 }), { secret, tolerance }),
      ]);
      return events.every(({ productId }) => productId > 0);
    }),
    rewritten: await count(input.notifications, ({ secret, body, v2 }) => {
      const again = JSON.stringify(JSON.parse(body), null, 1);
      return fails(
        verifyNotification(request(again, { "agora-signature-v2": v2 }), { secret, tolerance }),
        "invalid-signature",
      );
    }),
  };
}
