import { basicAuth, createAgoraClient } from "@agora-edge/core";
import {
  createPageClient,
  type PageClient,
  type PageClientOptions,
  preloadRecordingSession,
  preloadSttTask,
} from "@agora-edge/core/page";
import { createAgoraHandler } from "@agora-edge/core/server";
import { createFakeAgora, type FakeAgora } from "@agora-edge/msw/fake";

// Reading the files takes real time.
await Promise.all([preloadRecordingSession(), preloadSttTask()]);

export const canary = "canary-of-the-storage";

/** A page's client, its proxy, and a fake service behind it, on one clock. */
export function openProxiedPage(more: Partial<PageClientOptions> = {}): {
  readonly fake: FakeAgora;
  readonly agora: PageClient;
} {
  const fake = createFakeAgora({ rateLimit: false });
  fake.channel("room-1").join("1001");
  const { appId, clock } = fake;
  const server = createAgoraClient({
    appId,
    auth: basicAuth(fake.customerId, fake.customerSecret),
    dangerouslyAllowBrowser: true,
    fetch: fake.fetch,
    clock,
    random: () => 0,
    rateLimit: false,
  });
  const handler = createAgoraHandler({
    client: server,
    basePath: "/api/agora",
    authorize: () => ({ subject: "alice" }),
    grantSecrets: ["a-secret-of-the-server-that-is-long-enough"],
    prepare: {
      "recording.start": ({ body }) => ({
        ...body,
        clientRequest: {
          ...body.clientRequest,
          storageConfig: { vendor: 1, region: 0, bucket: "bucket", accessKey: canary, secretKey: canary },
        },
      }),
    },
  });
  const agora = createPageClient({
    appId,
    baseUrl: "https://app.example/api/agora",
    fetch: (input, init) => handler(new Request(input, init)),
    clock,
    random: () => 0,
    ...more,
  });
  return { fake, agora };
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Lets the fake's time go in small steps, since the platform's crypto takes real time, until it has come to that. */
export async function until(fake: FakeAgora, isSo: () => boolean): Promise<void> {
  for (let steps = 0; steps < 700; steps++) {
    await tick();
    if (isSo()) return;
    await fake.advanceAsync(100);
  }
  throw new Error("It never came to that.");
}

/** What a call comes to, while the fake's time goes on. */
export async function settled<T>(fake: FakeAgora, call: Promise<T>): Promise<T> {
  let isDone = false;
  const done = call.finally(() => (isDone = true));
  done.catch(() => {});
  await until(fake, () => isDone);
  return done;
}
