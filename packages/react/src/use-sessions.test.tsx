import { act, cleanup, renderHook } from "@testing-library/react";
import { createRecordingSession, sessionsOf } from "@agora-edge/core";
import { StrictMode, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, test } from "vitest";
import { type ActiveSession, AgoraProvider, useRecordingSession, useSessions, useSttTask } from "./index.ts";
import { live, mount, mountRunning } from "./testing/mount.tsx";
import { expectCalm, openPage, roomOptions, settle, type Page } from "./testing/page.tsx";

afterEach(cleanup);

/** A list of what runs, and what it was in every render. */
function list(page: Page) {
  const shown: (readonly ActiveSession[])[] = [];
  const mounted = renderHook(() => void shown.push(useSessions()), { wrapper: page.Provider });
  const names = () => shown.at(-1)?.map(({ service, snapshot }) => `${service} ${snapshot.status}`);
  return { ...mounted, shown, names, last: () => shown.at(-1) ?? [] };
}

const rtcConfig = { channelName: "room-1", pubBotUid: "2000" };
const transcription = { version: "v7", request: { name: "room-1", languages: ["en-US"], rtcConfig } } as const;

describe("useSessions", () => {
  test("lists recordings and transcriptions while they run, and nothing that is idle or over", async () => {
    const page = openPage();
    const { names, last } = list(page);
    const recording = mount(page);
    const stt = renderHook(
      () => useSttTask({ ...transcription, request: { ...transcription.request, languages: ["en-US"] } }),
      {
        wrapper: page.Provider,
      },
    );
    expect(names()).toEqual([]);
    act(() => void recording.result.current.start());
    act(() => void stt.result.current.start());
    await page.advance(10_000);
    expect(names()).toEqual(["recording recording", "sttAgents transcribing"]);
    const [first] = last();
    expect(first?.snapshot.handle).toEqual(recording.result.current.handle);
    act(() => void recording.result.current.stop());
    await page.advance(2000);
    expect(names()).toEqual(["sttAgents transcribing"]);
  });

  test("renders for what it shows, and for nothing else", async () => {
    const page = openPage();
    const { shown } = list(page);
    const recording = mount(page);
    mount(page, { cname: "room-2" });
    expect(shown).toHaveLength(1);
    act(() => void recording.result.current.start());
    await page.advance(10_000);
    // Sent, accepted with a handle, confirmed.
    expect(shown.map((rows) => rows.map(({ snapshot }) => snapshot.status))).toEqual([
      [],
      ["starting"],
      ["starting"],
      ["recording"],
    ]);
    // The first file.
    await page.advance(120_000);
    expect(shown).toHaveLength(5);
    // A check that finds nothing new, a second user, another session that gets a lease.
    const another = mount(page);
    const waiting = mount(page, { cname: "room-3" });
    act(() => void waiting.result.current.acquire());
    await act(async () => void recording.result.current.query());
    await page.advance(120_000);
    another.unmount();
    await settle();
    expect(shown).toHaveLength(5);
  });

  test("keeps the row of a session that did not change", async () => {
    const page = openPage();
    const { last } = list(page);
    await mountRunning(page);
    const [before] = last();
    const second = mount(page, { cname: "room-2" });
    act(() => void second.result.current.start());
    await page.advance(10_000);
    expect(last()).toHaveLength(2);
    expect(last()[0]).toBe(before);
  });

  test("stops what it lists", async () => {
    const page = openPage();
    const { last, names } = list(page);
    await mountRunning(page);
    await mountRunning(page, { cname: "room-2" });
    expect([names()?.length, live(page)]).toEqual([2, 2]);
    act(() => last().forEach(({ stop }) => void stop()));
    expect(names()).toEqual(["recording stopping", "recording stopping"]);
    await page.advance(2000);
    expect([names(), live(page)]).toEqual([[], 0]);
  });

  test("shows a stop that fails, and leaves no rejection alone", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    const { last } = list(page);
    await mountRunning(page);
    page.fake.fail("recording.stop", { kind: "invalid-credentials" });
    act(() => void last()[0]?.stop());
    await page.advance(2000);
    expect(last()[0]?.snapshot).toMatchObject({ status: "recording", error: { kind: "invalid-credentials" } });
    expect(problems).toEqual([]);
  });

  test("goes on to look when no component uses the session any more, and is no user of it", async () => {
    const page = openPage();
    const { names, unmount } = list(page);
    const recording = await mountRunning(page);
    recording.unmount();
    await settle();
    const before = page.sent("recording.query");
    await page.advance(120_000);
    expect(page.sent("recording.query")).toBe(before + 1);
    // Nor is it asked before something is stopped.
    const leaving = await mountRunning(page, { cname: "room-2", stopOnUnmount: true });
    leaving.unmount();
    await settle();
    await page.advance(2000);
    expect(names()).toEqual(["recording recording"]);
    unmount();
    await settle();
    const rest = page.sent("recording.query");
    await page.advance(240_000);
    expect(page.sent("recording.query")).toBe(rest);
  });

  test("lists what ran before it was mounted, in StrictMode, and follows another client", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    await mountRunning(page);
    const other = page.otherClient();
    const { result, rerender } = renderHook(({ client }) => useSessions(client), {
      initialProps: { client: page.agora },
      wrapper: ({ children }: { children: ReactNode }) => (
        <StrictMode>
          <AgoraProvider client={page.agora}>{children}</AgoraProvider>
        </StrictMode>
      ),
    });
    expect(result.current.map(({ key }) => key)).toEqual(
      sessionsOf(page.agora)
        .list()
        .map(({ key }) => key),
    );
    rerender({ client: other });
    expect(result.current).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("is empty on a server, and does not know sessions that the app has made for itself", async () => {
    const page = openPage();
    const own = createRecordingSession(page.agora, { ...roomOptions() });
    void own.start();
    await page.advance(10_000);
    expect(own.getSnapshot().status).toBe("recording");
    const Count = () => <p>{useSessions().length}</p>;
    const html = renderToString(
      <page.Provider>
        <Count />
      </page.Provider>,
    );
    expect(html).toBe("<p>0</p>");
    expect(list(page).names()).toEqual([]);
    own.dispose();
  });

  test("lists a start that is in doubt", async () => {
    const page = openPage();
    const { names, last } = list(page);
    const { result } = renderHook(() => useRecordingSession(roomOptions()), { wrapper: page.Provider });
    page.fake.fail("recording.start", { kind: "network-error", times: 9, tookEffect: true });
    act(() => void result.current.start());
    await page.advance(120_000);
    expect(names()).toEqual([`recording ${result.current.status}`]);
    expect(last()[0]?.snapshot.unsettled).not.toBeNull();
  });
});
