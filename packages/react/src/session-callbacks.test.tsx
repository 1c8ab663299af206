import { act, cleanup, renderHook } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { useRecordingSession } from "./index.ts";
import { mount, mountRunning } from "./testing/mount.tsx";
import { expectCalm, openPage, openStorage, roomOptions, settle, type Page } from "./testing/page.tsx";

afterEach(cleanup);

/** A component whose callbacks write down what they are told, and which render they belong to. */
function listen(page: Page, strict = false) {
  const told: string[] = [];
  let renders = 0;
  const { result, rerender, unmount } = renderHook(
    ({ name }: { name: string }) => {
      renders++;
      return useRecordingSession({
        ...roomOptions(),
        onRunning: ({ handle }) => told.push(`${name} running ${handle.cname}`),
        onStopped: ({ ending }) => told.push(`${name} stopped ${ending}`),
        onEnded: ({ status }) => told.push(`${name} ended ${status}`),
        onError: ({ kind }) => told.push(`${name} error ${kind}`),
        onChange: ({ status }, before) => told.push(`${name} ${before.status} → ${status}`),
      });
    },
    {
      initialProps: { name: "first" },
      wrapper: ({ children }) =>
        strict ? (
          <StrictMode>
            <page.Provider>{children}</page.Provider>
          </StrictMode>
        ) : (
          <page.Provider>{children}</page.Provider>
        ),
    },
  );
  return { told, result, rerender, unmount, renders: () => renders };
}

describe("callbacks of a session", () => {
  test.each([false, true])("tell of each transition once (StrictMode: %s)", async (strict) => {
    const page = openPage();
    const { told, result } = listen(page, strict);
    act(() => void result.current.start());
    await page.advance(6000);
    await page.advance(600_000);
    act(() => void result.current.stop());
    await page.advance(1000);
    expect(told).toEqual([
      "first idle → acquiring",
      "first acquiring → starting",
      "first starting → recording",
      "first running room-1",
      "first recording → stopping",
      "first stopping → stopped",
      "first stopped requested",
      "first ended stopped",
    ]);
  });

  test("are those of the last committed render", async () => {
    const page = openPage();
    const { told, result, rerender } = listen(page);
    act(() => void result.current.start());
    await page.advance();
    rerender({ name: "second" });
    await page.advance(6000);
    expect(told.at(-1)).toBe("second running room-1");
  });

  test("tell of a failure once, however often the same comes, and of a failover as no new run", async () => {
    const page = openPage();
    const { told, result } = listen(page);
    act(() => void result.current.start());
    await page.advance(6000);
    told.length = 0;
    page.fake.fail("recording.query", { kind: "proxy-unauthenticated", times: 3 });
    await page.advance(360_000);
    expect(told).toEqual(["first error proxy-unauthenticated"]);
    told.length = 0;
    await page.advance(120_000);
    page.fake.failover(result.current.handle?.sid ?? "", { seconds: 45 });
    act(() => void result.current.query());
    await page.advance(240_000);
    expect(told).toEqual(["first recording → recovering", "first recovering → recording"]);
  });

  test("tell of a failed start, and nothing of what is over when the component mounts", async () => {
    const page = openPage();
    const { told, result, unmount } = listen(page);
    page.fake.fail("recording.acquire", { kind: "invalid-credentials" });
    act(() => void result.current.start());
    await page.advance(1000);
    expect(told).toEqual([
      "first idle → acquiring",
      "first error invalid-credentials",
      "first acquiring → failed",
      "first ended failed",
    ]);
    unmount();
    await settle();
    expect(listen(page).told).toEqual([]);
  });

  test("tell that it runs in a page that was loaded during a failover", async () => {
    const page = openPage();
    const storage = openStorage();
    const first = await mountRunning(page, { storage });
    const { handle } = first.result.current;
    first.unmount();
    await settle();
    page.fake.failover(handle?.sid ?? "", { seconds: 45 });
    const told: string[] = [];
    mount(page, {
      storage,
      client: page.otherClient(),
      onRunning: () => told.push("running"),
      onChange: ({ status }) => told.push(status),
    });
    await page.advance(200_000);
    expect(told).toEqual(["recovering", "recording", "running"]);
  });

  test("cause no render, and one that throws keeps nobody from the news", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    const thrown: string[] = [];
    const note = (event: ErrorEvent) => {
      event.preventDefault();
      thrown.push(event.message);
    };
    addEventListener("error", note);
    const broken = renderHook(
      () =>
        useRecordingSession({
          ...roomOptions(),
          onChange: () => {
            throw new Error("of the app");
          },
        }),
      { wrapper: page.Provider },
    );
    const second = mount(page);
    act(() => void broken.result.current.start());
    await page.advance(6000);
    removeEventListener("error", note);
    expect([broken.result.current.status, second.result.current.status]).toEqual(["recording", "recording"]);
    expect(thrown.length + problems.length).toBeGreaterThan(0);
  });
});
