import { basicAuth, createAgoraClient, isAgoraError, type AgoraClient } from "@agora-edge/core";

/** Where somebody answers `/{status}/…` with a redirect. Plain JSON: it travels to other processes, workers and pages. */
export interface RedirectTarget {
  baseUrl: string;
  appId: string;
  /** Not given in a page. */
  customerSecret?: string;
}

/** How a call ended: its status (none in a page), the kind of its error, and whether it is in doubt. */
export type RedirectOutcome = readonly [call: string, kind: string, inDoubt: boolean | undefined];

export const statuses = [301, 302, 303, 307, 308] as const;

const storageConfig = { vendor: 1, region: 0, bucket: "b", accessKey: "canary-access-key", secretKey: "canary-key" };

const calls = {
  start: ({ recording }: AgoraClient) =>
    recording.start({
      cname: "room-1",
      uid: "900001",
      resourceId: "R1",
      mode: "mix",
      clientRequest: { token: "canary-token", storageConfig },
    }),
  stop: ({ recording }: AgoraClient) =>
    recording.stop({ cname: "room-1", uid: "900001", mode: "mix", resourceId: "R1", sid: "S1" }),
  query: ({ recording }: AgoraClient) => recording.query({ mode: "mix", resourceId: "R1", sid: "S1" }),
};

/** What every runtime must come to. */
export const expectedOutcomes: readonly RedirectOutcome[] = ["platform", "own"].flatMap((fetch) =>
  statuses.flatMap((status) =>
    Object.keys(calls).map((name): RedirectOutcome => [
      `${name} over ${status}, by the ${fetch} fetch`,
      "unexpected-redirect",
      name !== "query",
    ]),
  ),
);

/** Calls over every kind of redirect, with everything that must not leave: credentials, headers, keys, tokens. */
export async function followNoRedirect({ baseUrl, appId, customerSecret }: RedirectTarget): Promise<RedirectOutcome[]> {
  const outcomes: RedirectOutcome[] = [];
  const auth = customerSecret ? { auth: basicAuth("customer", customerSecret) } : {};
  const headers = { "x-session": "canary-header" };
  for (const [kind, own] of [
    ["platform", {}],
    ["own", { fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init) }],
  ] as const) {
    for (const status of statuses) {
      const client = createAgoraClient({ appId, baseUrl: `${baseUrl}/${status}`, headers, ...auth, ...own });
      for (const [name, call] of Object.entries(calls)) {
        const outcome = await call(client).then(
          () => ["believed", undefined] as const,
          (error: unknown) =>
            isAgoraError(error)
              ? ([error.kind, error.retry.outcomeUnknown] as const)
              : ([String(error), undefined] as const),
        );
        outcomes.push([`${name} over ${status}, by the ${kind} fetch`, ...outcome]);
      }
    }
  }
  return outcomes;
}
