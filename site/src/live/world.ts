// A whole service in the page: the fake, its clock, and clients that talk to it.
import { type AgoraClient, basicAuth, createAgoraClient } from "@agora-edge/core";
import { createFakeAgora, type FakeAgora } from "@agora-edge/msw/fake";

export const room = "room-1";

export interface World {
  readonly fake: FakeAgora;
  /** A client as a page has it. Each stands for a tab of its own. */
  createClient(): AgoraClient;
  /** How many seconds of the service pass in one second; 0 stands still. */
  speed(): number;
  setSpeed(next: number): void;
  /** Lets time pass at once. */
  skip(ms: number): void;
  /** Lets time pass until the returned function is called; `shown` is called whenever something may have changed. */
  run(shown: () => void): () => void;
}

const tick = 250;

export function createWorld(initialSpeed = 1): World {
  let speed = initialSpeed;
  const fake = createFakeAgora({ startAt: Date.now(), seed: Date.now() });
  fake.channel(room).join("1001");
  let skipped: Promise<unknown> = Promise.resolve();
  return {
    fake,
    speed: () => speed,
    setSpeed: (next) => void (speed = next),
    createClient: () =>
      createAgoraClient({
        appId: fake.appId,
        // The fake's credentials are no secret. Yours belong on your server.
        auth: basicAuth(fake.customerId, fake.customerSecret),
        dangerouslyAllowBrowser: true,
        fetch: fake.fetch,
        clock: fake.clock,
      }),
    skip(ms) {
      // One after the other, however fast somebody presses.
      skipped = skipped.then(() => fake.advanceAsync(ms));
    },
    run(shown) {
      const timer = setInterval(() => {
        if (speed > 0) fake.advance(tick * speed);
        shown();
      }, tick);
      return () => clearInterval(timer);
    },
  };
}
