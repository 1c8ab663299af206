import { createPageClient, preloadRecordingSession, recordingKey, sessionsOf } from "@agora-edge/core/page";
import { createFakeAgora, proxyFetch } from "@agora-edge/msw/fake";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Mount, mounts } from "../recipes/components/mount.ts";

const baseUrl = "/proxy-of-recipes";
const clientRequest = {
  storageConfig: { vendor: 1, region: 0, bucket: "bucket", accessKey: "access-key", secretKey: "secret-key" },
  recordingConfig: { channelType: 1 },
} as const;
const options = { cname: "room-1", uid: "900001", mode: "mix", clientRequest } as const;

beforeAll(preloadRecordingSession);

/** An app that has a client, and components of one framework. */
function openApp(mount: Mount) {
  const fake = createFakeAgora();
  fake.channel("room-1").join("1001");
  const fetch = proxyFetch(fake, { baseUrl });
  const client = createPageClient({ appId: fake.appId, baseUrl, fetch, clock: fake.clock, random: () => 0 });
  const cached = () => sessionsOf(client).get("recording", recordingKey(fake.appId, options));
  onTestFinished(() => cached()?.session.dispose());
  return {
    fake,
    cached,
    show: () => {
      const element = document.body.appendChild(document.createElement("div"));
      const unmount = mount(element, { client, options });
      onTestFinished(() => element.remove());
      return {
        unmount,
        status: () => element.querySelector("output")?.textContent,
        press: (name: "start" | "stop") => element.querySelector<HTMLButtonElement>(`.${name}`)?.click(),
      };
    },
    /** Lets the fake's time go on until it is so. */
    until: (isSo: () => void) =>
      vi.waitFor(
        async () => {
          await fake.advanceAsync(200);
          isSo();
        },
        { timeout: 30_000, interval: 1 },
      ),
    live: () => fake.recordings.filter(({ live }) => live).length,
  };
}

describe.each(Object.entries(mounts))("the recipe for %s", (_, mount) => {
  test("shows one recording in all its components, starts it once, and stops it", async () => {
    const { fake, show, until, live } = openApp(mount);
    const [first, second] = [show(), show()];
    expect([first.status(), second.status()]).toEqual(["idle", "idle"]);
    first.press("start");
    second.press("start");
    await until(() => expect(first.status()).toBe("recording"));
    expect(second.status()).toBe("recording");
    expect(fake.requests.filter(({ operation }) => operation === "recording.start")).toHaveLength(1);
    second.press("stop");
    await until(() => expect([first.status(), second.status(), live()]).toEqual(["stopped", "stopped", 0]));
  });

  test("shows a failure, and leaves no rejection alone", async () => {
    const { fake, show, until } = openApp(mount);
    const { status, press } = show();
    fake.fail("recording.acquire", { kind: "invalid-credentials" });
    press("start");
    // A rejection that nobody handles would fail this run.
    await until(() => expect(status()).toBe("failed"));
    press("start");
    await until(() => expect(status()).toBe("recording"));
  });

  test("lets go of the session when its component goes, and finds it again", async () => {
    const { show, until, cached, live } = openApp(mount);
    const { status, press, unmount } = show();
    press("start");
    await until(() => expect(status()).toBe("recording"));
    expect(cached()?.users).toBe(1);
    unmount();
    await until(() => expect(cached()?.users).toBe(0));
    expect(live()).toBe(1);
    const again = show();
    await until(() => expect([again.status(), cached()?.users]).toEqual(["recording", 1]));
  });
});
