import { act, cleanup, renderHook } from "@testing-library/react";
import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { useCaptions, useLeaseCountdown, useRecordingSession, useSttTask } from "./index.ts";
import { expectCalm, openPage, openStorage, roomOptions, settle, type Page } from "./testing/page.tsx";

afterEach(cleanup);

const request = {
  name: "room-1",
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", pubBotUid: "2000" },
} as const;

function App({ page, storage, seen = [] }: { page: Page; storage: ReturnType<typeof openStorage>; seen?: string[] }) {
  const recording = useRecordingSession(roomOptions({ storage, client: page.agora }));
  const stt = useSttTask({ version: "v7", request, storage, client: page.agora });
  const seconds = useLeaseCountdown({ expiresAt: page.fake.now() + 60_000 }, page.agora);
  const { lines } = useCaptions(null);
  const text = `${recording.status} ${stt.status} ${seconds} ${lines.length}`;
  seen.push(text);
  return <p>{text}</p>;
}

/** What a page before this one left in storage. */
async function storageOfRunning(page: Page) {
  const storage = openStorage();
  const client = page.otherClient();
  const { result, unmount } = renderHook(() => useRecordingSession(roomOptions({ storage, client })));
  act(() => void result.current.start());
  await page.advance(6000);
  expect(result.current.status).toBe("recording");
  unmount();
  await settle();
  return storage;
}

describe("server rendering", () => {
  test("shows the idle session, reads no storage and sends nothing", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    const storage = openStorage();
    const reads: string[] = [];
    const spied = {
      ...storage,
      get(key: string) {
        reads.push(key);
        return null;
      },
    };
    const html = renderToString(<App page={page} storage={spied} />);
    await page.advance(10_000);
    expect(html).toBe("<p>idle idle null 0</p>");
    expect([page.fake.requests.length, page.timers.size, reads.length]).toEqual([0, 0, 0]);
    expect(problems).toEqual([]);
  });

  for (const strict of [false, true]) {
    test(`S03 hydrates what the server sent${strict ? ", in StrictMode" : ""}, and then finds the recording of the page before`, async () => {
      const page = openPage();
      const storage = await storageOfRunning(page);
      const { problems } = expectCalm();
      const app = (seen?: string[]) => {
        const inner = <App page={page} storage={storage} {...(seen ? { seen } : {})} />;
        return strict ? <StrictMode>{inner}</StrictMode> : inner;
      };
      const container = document.createElement("div");
      container.innerHTML = renderToString(app());
      document.body.append(container);
      const paragraph = container.firstElementChild;
      const seen: string[] = [];
      const recoverable: unknown[] = [];
      const root = await act(async () =>
        hydrateRoot(container, app(seen), { onRecoverableError: (error) => recoverable.push(error) }),
      );
      onTestFinished(() => {
        act(() => root.unmount());
        container.remove();
      });
      expect(seen[0]).toBe("idle idle null 0");
      expect(container.firstElementChild).toBe(paragraph);
      await page.advance(20_000);
      expect(container.textContent).toMatch(/^recording idle \d+ 0$/);
      expect(page.sent("recording.start")).toBe(1);
      expect([problems, recoverable]).toEqual([[], []]);
    });
  }
});
