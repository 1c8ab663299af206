import { act, cleanup, renderHook } from "@testing-library/react";
import { sessionsOf } from "@agora-edge/core";
import type { ReactNode } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { AgoraProvider, useRecordingSession, useRecordingStatus, useSttStatus, useSttTask } from "./index.ts";
import { live, mount, mountRunning } from "./testing/mount.tsx";
import { openPage, openStorage, roomOptions, settle, type Page } from "./testing/page.tsx";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

type Defaults = Parameters<typeof AgoraProvider>[0]["defaultOptions"];

const below = (page: Page, defaultOptions: Defaults) =>
  function Wrapper({ children }: { children: ReactNode }) {
    return (
      <AgoraProvider client={page.agora} defaultOptions={defaultOptions}>
        {children}
      </AgoraProvider>
    );
  };

describe("defaultOptions of the provider", () => {
  test("give every session a storage, and options of the hook win", async () => {
    const page = openPage();
    const [shared, own] = [openStorage(), openStorage()];
    const wrapper = below(page, { storage: shared });
    const first = renderHook(() => useRecordingSession({ ...roomOptions(), storage: undefined }), { wrapper });
    const second = renderHook(() => useRecordingSession(roomOptions({ cname: "room-2", storage: own })), { wrapper });
    act(() => void first.result.current.start());
    act(() => void second.result.current.start());
    await page.advance(6000);
    expect([shared.values.size, own.values.size]).toEqual([1, 1]);
  });

  test("hold for stopOnUnmount and onError too", async () => {
    const page = openPage();
    const kinds: string[] = [];
    const wrapper = below(page, { stopOnUnmount: true, onError: ({ kind }) => kinds.push(kind) });
    const { result, unmount } = renderHook(() => useRecordingSession(roomOptions()), { wrapper });
    page.fake.fail("recording.acquire", { kind: "invalid-credentials" });
    act(() => void result.current.start());
    await page.advance(1000);
    expect(kinds).toEqual(["invalid-credentials"]);
    act(() => void result.current.start());
    await page.advance(6000);
    unmount();
    await settle();
    await page.advance(1000);
    expect(live(page)).toBe(0);
  });
});

describe("a storage that is brought later", () => {
  test("counts for all users of the key: an indicator without storage that mounts first does no harm", async () => {
    const page = openPage();
    const storage = openStorage();
    const indicator = mount(page);
    const recorder = mount(page, { storage });
    act(() => void recorder.result.current.start());
    await page.advance(6000);
    expect([indicator, recorder].map(({ result }) => result.current.status)).toEqual(["recording", "recording"]);
    expect([...storage.values.values()].join()).toContain(recorder.result.current.handle?.sid);
    expect(page.sent("recording.start")).toBe(1);
  });

  test("finds what the page before has left there", async () => {
    const page = openPage();
    const storage = openStorage();
    const before = mount(page, { storage, client: page.otherClient() });
    act(() => void before.result.current.start());
    await page.advance(6000);
    const indicator = mount(page);
    expect(indicator.result.current.status).toBe("idle");
    const recorder = mount(page, { storage });
    await page.advance(1000);
    expect([indicator, recorder].map(({ result }) => result.current.status)).toEqual(["recording", "recording"]);
    act(() => void indicator.result.current.stop());
    await page.advance(1000);
    expect([live(page), storage.values.size]).toEqual([0, 0]);
  });

  test("gets to know what runs already", async () => {
    const page = openPage();
    const storage = openStorage();
    const first = mount(page);
    act(() => void first.result.current.start());
    await page.advance();
    const { handle } = first.result.current;
    mount(page, { storage });
    await page.advance(6000);
    expect(first.result.current).toMatchObject({ status: "recording", handle });
    expect([...storage.values.values()].join()).toContain(handle?.sid);
    expect([page.sent("recording.start"), live(page)]).toEqual([1, 1]);
  });

  test("is warned of when another one is in use, and changes nothing", async () => {
    const page = openPage();
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    const [first, second] = [openStorage(), openStorage()];
    const { result } = mount(page, { storage: first });
    mount(page, { storage: second });
    act(() => void result.current.start());
    await page.advance(6000);
    expect([first.values.size, second.values.size]).toEqual([1, 0]);
    expect(warned.mock.calls.flat()).toEqual([expect.stringContaining("two storages")]);
  });
});

describe("the outcome of a session without storage", () => {
  const stopped = async (page: Page) => {
    const first = await mountRunning(page);
    await page.advance(60_000);
    act(() => void first.result.current.stop());
    await page.advance(2000);
    expect(first.result.current).toMatchObject({ status: "stopped", files: [{}] });
    return first;
  };

  for (const later of [false, true]) {
    test(`stays when a component brings a storage that answers ${later ? "later" : "at once"}`, async () => {
      const page = openPage();
      const first = await stopped(page);
      const { files } = first.result.current;
      const storage = openStorage(new Map(), { later });
      const second = mount(page, { storage });
      await settle();
      expect([first, second].map(({ result }) => [result.current.status, result.current.files])).toEqual([
        ["stopped", files],
        ["stopped", files],
      ]);
      act(() => void second.result.current.start());
      await page.advance(6000);
      expect([...storage.values.values()].join()).toContain(second.result.current.handle?.sid);
    });
  }

  test("gives way to what the storage names", async () => {
    const page = openPage();
    const storage = openStorage();
    await mountRunning(page, { storage, client: page.otherClient() });
    const first = mount(page);
    act(() => void first.result.current.acquire());
    page.fake.fail("recording.start", { kind: "invalid-credentials" });
    act(() => void first.result.current.start());
    await page.advance(1000);
    expect(first.result.current.status).toBe("failed");
    mount(page, { storage });
    await page.advance(1000);
    expect(first.result.current.status).toBe("recording");
  });
});

describe("a storage that is written inline", () => {
  test("is subscribed to once, however often the component renders", async () => {
    const page = openPage();
    let subscribed = 0;
    const inline = () => ({ ...openStorage(), subscribe: () => (subscribed++, () => {}) });
    const { rerender } = renderHook(() => useRecordingSession(roomOptions({ storage: inline() })), {
      wrapper: page.Provider,
    });
    let told = 0;
    sessionsOf(page.agora).subscribe(() => told++);
    const before = subscribed;
    for (let render = 0; render < 5; render++) rerender();
    await settle();
    expect([subscribed - before, told]).toEqual([0, 0]);
  });

  test("is no other one for a component that renders again, or comes back", async () => {
    const page = openPage();
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    const values = new Map<string, string>();
    const inline = () =>
      renderHook(() => useRecordingSession(roomOptions({ storage: openStorage(values) })), { wrapper: page.Provider });
    const first = inline();
    first.rerender();
    act(() => void first.result.current.start());
    await page.advance(6000);
    first.unmount();
    await settle();
    const second = inline();
    act(() => void second.result.current.stop());
    await page.advance(1000);
    expect([second.result.current.status, live(page), values.size]).toEqual(["stopped", 0, 0]);
    expect(warned).not.toHaveBeenCalled();
  });
});

describe("useRecordingStatus", () => {
  test("shows what another component records, and needs no request", async () => {
    const page = openPage();
    const header = renderHook(() => useRecordingStatus({ cname: "room-1", uid: "900001" }), { wrapper: page.Provider });
    expect(header.result.current.status).toBe("idle");
    const { result, unmount } = mount(page);
    act(() => void result.current.start());
    await page.advance(6000);
    expect(header.result.current).toMatchObject({ status: "recording", handle: result.current.handle });
    // It goes on to look when it is alone.
    unmount();
    await settle();
    const before = page.sent("recording.query");
    await page.advance(120_000);
    expect(page.sent("recording.query")).toBe(before + 1);
    expect(header.result.current.status).toBe("recording");
  });

  test("makes no session, and renders once while there is none", async () => {
    const page = openPage();
    const seen: string[] = [];
    renderHook(() => seen.push(useRecordingStatus("no-such-key").status), { wrapper: page.Provider });
    mount(page);
    await page.advance(60_000);
    expect([seen, page.fake.requests.length]).toEqual([["idle"], 0]);
  });

  test("takes client and key of the options that the session has", async () => {
    const page = openPage();
    const options = roomOptions({ client: page.agora, key: "of-the-app" });
    const header = renderHook(() => useRecordingStatus(options));
    const { result } = renderHook(() => useRecordingSession(options));
    act(() => void result.current.start());
    await page.advance(6000);
    expect(header.result.current).toMatchObject({ status: "recording", handle: result.current.handle });
  });

  test("has a sister for transcriptions", async () => {
    const page = openPage();
    const rtcConfig = { channelName: "room-1", pubBotUid: "2000" };
    const request = { name: "room-1", languages: ["en-US"] as const, rtcConfig };
    const stt = renderHook(() => useSttTask({ version: "v7", request: { ...request, languages: ["en-US"] } }), {
      wrapper: page.Provider,
    });
    const header = renderHook(() => useSttStatus({ name: "room-1" }), { wrapper: page.Provider });
    act(() => void stt.result.current.start());
    await page.advance(10_000);
    expect(header.result.current.status).toBe("transcribing");
  });
});
