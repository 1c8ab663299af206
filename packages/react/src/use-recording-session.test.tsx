import { isAgoraError, type AgoraError } from "@agora-edge/core";
import { act, cleanup, fireEvent, render, renderHook, screen } from "@testing-library/react";
import { useLayoutEffect, type ReactNode } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { useRecordingSession } from "./index.ts";
import { clientRequest, expectCalm, openPage, roomOptions, settle, type Page } from "./testing/page.tsx";

afterEach(cleanup);

function mount(page: Page, more: Parameters<typeof roomOptions>[0] = {}) {
  return renderHook(
    (props: Parameters<typeof roomOptions>[0]) => useRecordingSession(roomOptions({ ...more, ...props })),
    {
      wrapper: page.Provider,
      initialProps: {},
    },
  );
}

/** What a rejected promise holds. */
async function failureOf(promise: Promise<unknown>): Promise<AgoraError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isAgoraError(error)) throw new Error("It did not fail with an AgoraError.");
  return error;
}

describe("useRecordingSession", () => {
  test("shows a recording from start to stop", async () => {
    const page = openPage();
    const { result } = mount(page);
    expect(result.current).toMatchObject({ status: "idle", isPending: false, handle: null, files: [] });
    act(() => void result.current.start());
    expect(result.current).toMatchObject({ status: "acquiring", isPending: true });
    await page.advance();
    expect(result.current).toMatchObject({ status: "starting", handle: { cname: "room-1", uid: "900001" } });
    await page.advance(20_000);
    expect(result.current).toMatchObject({ status: "recording", isActive: true, isPending: false });
    act(() => void result.current.stop());
    expect(result.current.status).toBe("stopping");
    await page.advance(1000);
    expect(result.current).toMatchObject({ status: "stopped", ending: "requested", isActive: false });
    expect(result.current.files.length).toBeGreaterThan(0);
  });

  test("records in mode raw, and shows by itself when files that had to wait are uploaded", async () => {
    const page = openPage();
    page.fake.uploadTime(300_000, { outcome: "stranded" });
    const { result } = renderHook(() => useRecordingSession({ ...roomOptions(), mode: "raw", clientRequest }), {
      wrapper: page.Provider,
    });
    act(() => void result.current.start());
    await page.advance(20_000);
    expect(result.current).toMatchObject({ status: "recording", handle: { mode: "raw" } });
    act(() => void result.current.stop());
    await page.advance(1000);
    expect(result.current).toMatchObject({ status: "stopped", upload: "stranded", files: [{ uid: "1001" }] });
    await page.advance(360_000);
    expect(result.current).toMatchObject({ status: "stopped", upload: "uploaded", error: null });
  });

  test("records in a mode that nobody knows", async () => {
    const page = openPage();
    const options = { ...roomOptions(), mode: "hologram", clientRequest: { ...clientRequest, hologram: 3 } } as const;
    const { result } = renderHook(() => useRecordingSession(options), { wrapper: page.Provider });
    act(() => void result.current.start());
    await page.advance(20_000);
    expect(result.current).toMatchObject({ status: "recording", handle: { mode: "hologram" } });
    await act(() => result.current.updateLayout({ mixedVideoLayout: 1 }));
    expect(page.fake.recordings).toMatchObject([{ layout: { mixedVideoLayout: 1 } }]);
  });

  test("takes a lease first when it is asked to, and goes back to the beginning", async () => {
    const page = openPage();
    const { result } = mount(page);
    const lease = result.current.acquire();
    await page.advance();
    expect(result.current).toMatchObject({ status: "acquired", lease: await lease });
    act(() => void result.current.reset());
    expect(result.current).toMatchObject({ status: "idle", lease: null });
  });

  test("resolves commands with what they were for", async () => {
    const page = openPage();
    const { result } = mount(page);
    const started = result.current.start();
    await page.advance();
    expect(await started).toBe(result.current.handle);
    const running = result.current.whenRunning();
    await page.advance(6000);
    expect((await running).status).toBe("recording");
    const queried = result.current.query();
    await page.advance();
    expect((await queried).checkedAt).toBe(page.fake.now());
    const updated = result.current.update({
      streamSubscribe: { audioUidList: { subscribeAudioUids: ["#allstream#"] } },
    });
    const laidOut = result.current.updateLayout({ mixedVideoLayout: 1 });
    await page.advance(1000);
    expect(await Promise.all([updated, laidOut])).toEqual([undefined, undefined]);
    expect([page.sent("recording.update"), page.sent("recording.updateLayout")]).toEqual([1, 1]);
    const stopped = result.current.stop();
    await page.advance(1000);
    expect((await stopped).status).toBe("stopped");
  });

  test("resumes what was started elsewhere, and takes the notifications that a server passes on", async () => {
    const page = openPage();
    const { recording } = page.agora;
    const resource = await recording.acquire({ cname: "room-1", uid: "900001", clientRequest: {} });
    const handle = await recording.start({
      ...resource,
      mode: "mix",
      clientRequest,
    });
    const { result } = mount(page);
    page.fake.onNotification((notification) => {
      if (notification.productId === 3) act(() => result.current.receive(notification));
    });
    act(() => void result.current.resume(handle));
    await page.advance(20_000);
    expect(result.current).toMatchObject({ status: "recording", handle });
    const before = page.sent("recording.query");
    await recording.stop(handle);
    await page.advance(5000);
    expect(page.sent("recording.query")).toBeGreaterThan(before);
    expect(result.current).toMatchObject({ status: "stopped", upload: "uploaded" });
  });

  test("keeps every command for the life of the component, across keys and clients", async () => {
    const page = openPage();
    const { result, rerender } = mount(page);
    const pick = () => {
      const { acquire, start, whenRunning, stop, query, update, updateLayout, resume, reset, receive } = result.current;
      return [acquire, start, whenRunning, stop, query, update, updateLayout, resume, reset, receive];
    };
    const first = pick();
    expect(first.every((command) => typeof command === "function")).toBe(true);
    await act(async () => void result.current.start());
    rerender({ uid: "900002" });
    rerender({ uid: "900002", client: page.otherClient() });
    await page.advance(6000);
    expect(pick()).toEqual(first);
  });

  test("gives the same result as long as the session shows the same", async () => {
    const page = openPage();
    const { result, rerender } = mount(page);
    const first = result.current;
    rerender({});
    expect(result.current).toBe(first);
  });

  test("takes commands as handlers, whatever event they are called with", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    function Button() {
      const recording = useRecordingSession(roomOptions());
      return (
        <>
          <button onClick={recording.isActive ? recording.stop : recording.start}>{recording.status}</button>
          <button onClick={recording.query}>query</button>
          <button onClick={recording.acquire}>acquire</button>
          <button onClick={recording.reset}>reset</button>
        </>
      );
    }
    render(<Button />, { wrapper: page.Provider });
    fireEvent.click(screen.getByText("acquire"));
    await page.advance();
    fireEvent.click(screen.getByText("reset"));
    fireEvent.click(screen.getByText("idle"));
    await page.advance(6000);
    fireEvent.click(screen.getByText("query"));
    await page.advance();
    fireEvent.click(screen.getByText("recording"));
    await page.advance(1000);
    expect(screen.getByText("stopped")).toBeTruthy();
    expect(problems).toEqual([]);
  });

  test("starts with the options that were committed last, and makes no session anew for them", async () => {
    const page = openPage();
    const { result, rerender } = mount(page);
    const { start } = result.current;
    rerender({
      clientRequest: { ...clientRequest, recordingConfig: { channelType: 0, maxIdleTime: 77 } },
    });
    await act(async () => void start());
    await page.advance();
    const request = page.fake.requests.find(({ operation }) => operation === "recording.start");
    expect(request?.body).toMatchObject({ clientRequest: { recordingConfig: { maxIdleTime: 77 } } });
    const { handle } = result.current;
    rerender({ clientRequest: () => ({ ...clientRequest }) });
    expect(result.current.handle).toBe(handle);
    expect(page.sent("recording.start")).toBe(1);
  });

  test("asks a function for the request once per start", async () => {
    const page = openPage();
    let asked = 0;
    const { result } = mount(page, {
      clientRequest: async () => {
        asked++;
        return { ...clientRequest };
      },
    });
    page.fake.fail("recording.start", { code: 65, times: 2 });
    act(() => void result.current.start());
    await page.advance(20_000);
    expect(result.current.status).toBe("recording");
    expect(asked).toBe(1);
    expect(page.sent("recording.start")).toBe(3);
  });

  test("takes commands before it has subscribed", async () => {
    const page = openPage();
    function Child({ start }: { start: () => Promise<unknown> }): ReactNode {
      useLayoutEffect(() => void start(), [start]);
      return null;
    }
    function Parent() {
      const recording = useRecordingSession(roomOptions());
      return (
        <>
          <p>{recording.status}</p>
          <Child start={recording.start} />
        </>
      );
    }
    render(<Parent />, { wrapper: page.Provider });
    await page.advance(6000);
    expect(screen.getByText("recording")).toBeTruthy();
    expect(page.sent("recording.start")).toBe(1);
  });

  test("shows failures without an unhandled rejection, and gives them to who waits", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    page.fake.fail("recording.acquire", { kind: "invalid-credentials", times: 2 });
    const { result } = mount(page);
    act(() => void result.current.start());
    await page.advance(1000);
    await settle();
    expect(result.current).toMatchObject({ status: "failed", error: { kind: "invalid-credentials" } });
    const again = result.current.start();
    const failure = failureOf(again);
    await page.advance(1000);
    expect((await failure).kind).toBe("invalid-credentials");
    act(() => {
      void result.current.update({});
      void result.current.whenRunning();
    });
    await settle();
    expect(problems).toEqual([]);
    act(() => void result.current.start());
    await page.advance(6000);
    expect(result.current).toMatchObject({ status: "recording", error: null });
  });

  test("refuses a reset of what runs, and nothing changes", async () => {
    const page = openPage();
    const { result } = mount(page);
    act(() => void result.current.start());
    await page.advance(6000);
    await expect(result.current.reset()).rejects.toMatchObject({ kind: "invalid-state" });
    expect(result.current.status).toBe("recording");
  });

  test("sends the last of several layouts that are chosen at once, and all who chose are told", async () => {
    const page = openPage();
    const { result } = mount(page);
    act(() => void result.current.start());
    await page.advance(6000);
    const chosen = Array.from({ length: 20 }, (_, index) =>
      result.current.updateLayout({ mixedVideoLayout: 0, backgroundColor: `#0000${10 + index}` }),
    );
    await page.advance(1000);
    expect(await Promise.all(chosen)).toHaveLength(20);
    const sent = page.fake.requests.filter(({ operation }) => operation === "recording.updateLayout");
    expect(sent.length).toBeLessThanOrEqual(2);
    expect(sent.at(-1)?.body).toMatchObject({ clientRequest: { backgroundColor: "#000029" } });
  });

  test("gives up a request that the app does not make within a minute, and tells the app by a signal", async () => {
    const page = openPage();
    let given: AbortSignal | undefined;
    const { result } = mount(page, {
      clientRequest: ({ signal }) => {
        given = signal;
        return new Promise(() => {});
      },
    });
    act(() => void result.current.start());
    await page.advance(59_000);
    expect([result.current.status, given?.aborted]).toEqual(["acquiring", false]);
    await page.advance(2000);
    expect(result.current).toMatchObject({ status: "failed", error: { kind: "client-timeout" } });
    expect([given?.aborted, page.sent("recording.start")]).toEqual([true, 0]);
  });

  test("aborts the signal of a request that is being made when the start is stopped", async () => {
    const page = openPage();
    let given: AbortSignal | undefined;
    const { result } = mount(page, {
      clientRequest: ({ signal }) => {
        given = signal;
        return new Promise(() => {});
      },
    });
    act(() => void result.current.start());
    await page.advance();
    act(() => void result.current.stop());
    await page.advance();
    expect([result.current.status, given?.aborted]).toEqual(["idle", true]);
  });

  test("shows an error until it is cleared, while it goes on", async () => {
    const page = openPage();
    const { result } = mount(page);
    act(() => void result.current.start());
    await page.advance(6000);
    page.fake.fail("recording.updateLayout", { kind: "invalid-parameter" });
    act(() => void result.current.updateLayout({ mixedVideoLayout: 1 }));
    await page.advance(600_000);
    expect(result.current).toMatchObject({ status: "recording", error: { kind: "invalid-parameter" } });
    act(() => result.current.clearError());
    expect(result.current).toMatchObject({ status: "recording", error: null });
  });

  test("takes a client of its own before that of the provider", async () => {
    const page = openPage();
    const other = openPage();
    const { result } = mount(page, { client: other.agora });
    act(() => void result.current.start());
    await other.advance(6000);
    expect(result.current.status).toBe("recording");
    expect([page.sent("recording.start"), other.sent("recording.start")]).toEqual([0, 1]);
  });
});
