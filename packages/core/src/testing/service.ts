import { vi } from "vitest";
import { basicAuth } from "../auth/basic-auth.ts";
import type { AgoraClientOptions } from "../context/options.ts";
import { createAgoraClient, type AgoraClient } from "../client/agora-client.ts";
import type { Recording } from "../recording/recording.ts";

/** What one stubbed exchange answers: a response, a failure to throw, or silence. */
export type Reply = Response | Error | "silence" | ((request: Request) => Response | Promise<Response>);

export interface Stub {
  agora: AgoraClient;
  recording: Recording;
  requests: Request[];
  /** The bodies that were sent, parsed. */
  bodies: unknown[];
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });

export const page = (status: number, text: string): Response =>
  new Response(text, { status, headers: { "content-type": "text/html" } });

export const connectionFailed = (): Error => new TypeError("fetch failed");

/** A client over scripted answers, one per request; asks no network and waits on the test's fake timers. */
export function stubService(replies: readonly Reply[], options: Partial<AgoraClientOptions> = {}): Stub {
  const requests: Request[] = [];
  const bodies: unknown[] = [];
  const agora = createAgoraClient({
    appId: "app1",
    auth: basicAuth("customer-id", "customer-secret"),
    random: () => 0,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const reply = replies[requests.length];
      requests.push(request);
      const text = await request.clone().text();
      bodies.push(text === "" ? undefined : JSON.parse(text));
      if (reply === undefined) throw new Error(`No answer is scripted for request ${requests.length}.`);
      if (reply === "silence") return new Promise<Response>(() => {});
      if (reply instanceof Error) throw reply;
      return typeof reply === "function" ? reply(request) : reply;
    },
    ...options,
  });
  return { agora, recording: agora.recording, requests, bodies };
}

/** Lets a call run against fake timers to its end, and gives its result or what it threw. */
export async function settle<T>(call: Promise<T>, ms = 120_000): Promise<T | Error> {
  const caught = call.catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  await vi.advanceTimersByTimeAsync(ms);
  return caught;
}

export const storageConfig = {
  vendor: 1,
  region: 0,
  bucket: "bucket",
  accessKey: "access-key-value",
  secretKey: "secret-key-value",
} as const;

export const resource = { cname: "room-1", uid: "900001", resourceId: "resource+/1=" };

export const startRequest = {
  ...resource,
  mode: "mix",
  clientRequest: { token: "rtc-token-value", storageConfig, recordingConfig: { channelType: 1 } },
} as const;

export const handle = {
  appId: "app1",
  cname: "room-1",
  uid: "900001",
  mode: "mix",
  resourceId: "resource+/1=",
  sid: "sid1",
  startedAt: 0,
} as const;
