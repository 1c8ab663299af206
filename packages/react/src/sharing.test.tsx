import { act, cleanup, fireEvent, render, renderHook, screen } from "@testing-library/react";
import { StrictMode, useEffect } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { useRecordingSession, type UseRecordingSessionOptions } from "./index.ts";
import { clientRequest, expectCalm, openPage, openStorage, roomOptions, settle, type Page } from "./testing/page.tsx";

afterEach(cleanup);

type Options = UseRecordingSessionOptions<"mix">;

function Recorder({ name, starts, ...more }: Partial<Options> & { name: string; starts?: boolean }) {
  const { start, status, handle } = useRecordingSession(roomOptions(more));
  useEffect(() => {
    if (starts) void start();
  }, [starts, start]);
  return (
    <button data-testid={name} onClick={start}>
      {status} {handle?.sid}
    </button>
  );
}

const live = ({ fake }: Page) => fake.recordings.filter((recording) => recording.live);
const shown = (name: string) => screen.getByTestId(name).textContent;

describe("one key, one session", () => {
  test("S05 a double click makes one acquire and one start", async () => {
    const page = openPage();
    render(<Recorder name="a" />, { wrapper: page.Provider });
    fireEvent.click(screen.getByTestId("a"));
    fireEvent.click(screen.getByTestId("a"));
    await page.advance(6000);
    expect([page.sent("recording.acquire"), page.sent("recording.start"), live(page).length]).toEqual([1, 1, 1]);
    expect(shown("a")).toContain("recording");
  });

  test("S05 StrictMode, which mounts twice, makes one acquire and one start", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    render(
      <StrictMode>
        <page.Provider>
          <Recorder name="a" starts />
        </page.Provider>
      </StrictMode>,
    );
    await page.advance(6000);
    await settle();
    expect([page.sent("recording.acquire"), page.sent("recording.start"), page.sent("recording.stop")]).toEqual([
      1, 1, 0,
    ]);
    expect(shown("a")).toContain("recording");
    expect(problems).toEqual([]);
  });

  test("S05 two components of one key share the session, and all callers get one handle", async () => {
    const page = openPage();
    const first = renderHook(() => useRecordingSession(roomOptions()), { wrapper: page.Provider });
    const second = renderHook(() => useRecordingSession(roomOptions()), { wrapper: page.Provider });
    const starts = [first.result.current.start(), second.result.current.start(), first.result.current.start()];
    await page.advance(6000);
    const handles = await Promise.all(starts);
    expect(new Set(handles).size).toBe(1);
    expect(first.result.current.handle).toBe(handles[0]);
    expect(second.result.current.handle).toBe(handles[0]);
    expect([page.sent("recording.acquire"), page.sent("recording.start")]).toEqual([1, 1]);
    expect(page.sent("recording.query")).toBe(1);
  });

  test("S05 two pages over one storage share the recording", async () => {
    const page = openPage();
    const storage = openStorage();
    const clients = [page.agora, page.otherClient()];
    const [first, second] = clients.map((client) =>
      renderHook(() => useRecordingSession(roomOptions({ client, storage, restore: false }))),
    );
    act(() => void first?.result.current.start());
    await page.advance();
    act(() => void second?.result.current.start());
    await page.advance(20_000);
    expect(second?.result.current).toMatchObject({ status: "recording", handle: first?.result.current.handle });
    expect([page.sent("recording.start"), live(page).length]).toEqual([1, 1]);
  });

  test("S05 a start that the service repeats without a sid is told, not shown as a crash", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    const { result } = renderHook(() => useRecordingSession(roomOptions()), { wrapper: page.Provider });
    page.fake.fail("recording.start", { network: true, tookEffect: true });
    act(() => void result.current.start());
    await page.advance(30_000);
    await settle();
    expect(result.current).toMatchObject({
      handle: null,
      error: { kind: "already-started" },
      unsettled: { cname: "room-1" },
    });
    expect(live(page)).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test("components in two roots share it", async () => {
    const page = openPage();
    render(<Recorder name="a" />, { wrapper: page.Provider });
    render(<Recorder name="b" />, { wrapper: page.Provider });
    fireEvent.click(screen.getByTestId("a"));
    fireEvent.click(screen.getByTestId("b"));
    await page.advance(6000);
    expect(shown("a")).toContain("recording");
    expect(shown("b")).toBe(shown("a"));
    expect(page.sent("recording.start")).toBe(1);
  });

  test("one that mounts later shows the running recording in its first render", async () => {
    const page = openPage();
    const first = renderHook(() => useRecordingSession(roomOptions()), { wrapper: page.Provider });
    act(() => void first.result.current.start());
    await page.advance(6000);
    const seen: string[] = [];
    renderHook(() => seen.push(useRecordingSession(roomOptions()).status), { wrapper: page.Provider });
    expect(seen).toEqual(["recording"]);
  });

  test("start uses the options of the component that calls it", async () => {
    const page = openPage();
    const withIdle = (maxIdleTime: number) => ({
      clientRequest: { ...clientRequest, recordingConfig: { channelType: 1 as const, maxIdleTime } },
    });
    const first = renderHook(() => useRecordingSession(roomOptions(withIdle(41))), { wrapper: page.Provider });
    renderHook(() => useRecordingSession(roomOptions(withIdle(42))), { wrapper: page.Provider });
    act(() => void first.result.current.start());
    await page.advance();
    const request = page.fake.requests.find(({ operation }) => operation === "recording.start");
    expect(request?.body).toMatchObject({ clientRequest: { recordingConfig: { maxIdleTime: 41 } } });
  });

  test("a new key switches the session; the other one goes on, and is there when the key comes back", async () => {
    const page = openPage();
    const { result, rerender } = renderHook(({ uid }) => useRecordingSession(roomOptions({ uid })), {
      wrapper: page.Provider,
      initialProps: { uid: "900001" },
    });
    act(() => void result.current.start());
    await page.advance(6000);
    const { handle } = result.current;
    rerender({ uid: "900002" });
    expect(result.current).toMatchObject({ status: "idle", handle: null });
    await settle();
    act(() => void result.current.start());
    await page.advance(6000);
    expect(result.current).toMatchObject({ status: "recording", handle: { uid: "900002" } });
    rerender({ uid: "900001" });
    expect(result.current).toMatchObject({ status: "recording", handle });
    expect(live(page)).toHaveLength(2);
    expect(page.sent("recording.start")).toBe(2);
  });

  test("an own `key` holds sessions together, and apart", async () => {
    const page = openPage();
    const { result } = renderHook(
      () => [
        useRecordingSession(roomOptions({ key: "one", uid: "900001" })),
        useRecordingSession(roomOptions({ key: "one", uid: "900002" })),
        useRecordingSession(roomOptions({ key: "two", uid: "900003" })),
      ],
      { wrapper: page.Provider },
    );
    act(() => void result.current[1]?.start());
    await page.advance(6000);
    expect(result.current.map(({ status, handle }) => `${status} ${handle?.uid}`)).toEqual([
      "recording 900002",
      "recording 900002",
      "idle undefined",
    ]);
  });

  test("another client is another session", async () => {
    const page = openPage();
    const other = page.otherClient();
    const { result, rerender } = renderHook(({ client }) => useRecordingSession(roomOptions({ client })), {
      initialProps: { client: page.agora },
    });
    act(() => void result.current.start());
    await page.advance(6000);
    rerender({ client: other });
    expect(result.current.status).toBe("idle");
    rerender({ client: page.agora });
    expect(result.current.status).toBe("recording");
    await settle();
    expect(page.sent("recording.start")).toBe(1);
  });
});
