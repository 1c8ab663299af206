import { act, cleanup, renderHook } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  AgoraProvider,
  useLastRecording,
  type UseLastRecordingResult,
  useRecordingSession,
  useRecordingStatus,
  type UseRecordingSessionResult,
} from "./index.ts";
import { live } from "./testing/mount.tsx";
import { openPage, roomOptions, settle, type Page } from "./testing/page.tsx";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const warnings = () => vi.spyOn(console, "warn").mockImplementation(() => {});

/** A provider whose client can be made anew, and a component in it that can be taken away. */
function open(page: Page, room: string, { isRemounted = false, header = <></> } = {}) {
  let recording: UseRecordingSessionResult<"mix"> | undefined;
  let set: (next: { round?: number; isShown?: boolean }) => void = () => {};
  function Recorder() {
    recording = useRecordingSession(roomOptions({ cname: room }));
    return null;
  }
  function App({ children }: { children: ReactNode }) {
    const [{ round, isShown, client }, setState] = useState({ round: 0, isShown: true, client: page.agora });
    set = (next) =>
      setState((before) => ({
        ...before,
        ...next,
        client: next.round === undefined ? before.client : page.otherClient(),
      }));
    return (
      <AgoraProvider key={isRemounted ? round : 0} client={client}>
        {header}
        {isShown && <Recorder />}
        {children}
      </AgoraProvider>
    );
  }
  renderHook(() => null, { wrapper: App });
  let round = 0;
  const change = async (next: { round?: number; isShown?: boolean }) => {
    act(() => set(next));
    await settle();
  };
  return {
    current: () => recording,
    renew: () => change({ round: ++round }),
    show: (isShown: boolean) => change({ isShown }),
    async record() {
      act(() => void recording?.start());
      await page.advance(6000);
      expect(recording?.status).toBe("recording");
    },
  };
}

describe("a client made anew", () => {
  test.each([
    ["in a provider that stays", false],
    ["in a provider that is mounted anew", true],
  ])("shows what is being started, and then that it records, %s", async (_, isRemounted) => {
    warnings();
    const page = openPage();
    const { current, renew } = open(page, "room-1", { isRemounted });
    page.fake.fail("recording.start", { delay: 3000 });
    act(() => void current()?.start());
    await page.advance(1000);
    await renew();
    await renew();
    expect(current()).toMatchObject({ status: "starting", isActive: true, unsettled: null });
    await page.advance(12_000);
    expect(current()).toMatchObject({ status: "recording", unsettled: null, error: null });
    expect([page.sent("recording.acquire"), page.sent("recording.start"), live(page)]).toEqual([1, 1, 1]);
    act(() => void current()?.stop());
    await page.advance(3000);
    expect([current()?.status, live(page)]).toEqual(["stopped", 0]);
  });

  test("waits for the end of a stop that is under way, and sends no second one", async () => {
    warnings();
    const page = openPage();
    const shown = open(page, "room-1");
    await shown.record();
    page.fake.fail("recording.stop", { delay: 3000 });
    let stopped: Promise<unknown> | undefined;
    act(() => void (stopped = shown.current()?.stop()));
    await page.advance(1000);
    await shown.renew();
    expect(shown.current()?.status).toBe("stopping");
    await page.advance(6000);
    expect(shown.current()).toMatchObject({ status: "stopped", ending: "requested" });
    expect(await stopped).toMatchObject({ status: "stopped" });
    expect(page.sent("recording.stop")).toBe(1);
  });

  test("takes what is being started with it when the component has left meanwhile, and stops nothing", async () => {
    warnings();
    const page = openPage();
    const { current, renew, show } = open(page, "room-1");
    page.fake.fail("recording.start", { delay: 3000 });
    act(() => void current()?.start());
    await page.advance(1000);
    await show(false);
    await renew();
    await show(true);
    expect(current()?.status).toBe("starting");
    await page.advance(12_000);
    expect(current()?.status).toBe("recording");
    expect([page.sent("recording.stop"), live(page)]).toEqual([0, 1]);
  });

  test("goes on with what ran under the one before, and a developer is told", async () => {
    const page = openPage();
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    let renew = () => {};
    const { result } = renderHook(() => useRecordingSession(roomOptions({ cname: "room-9", stopOnUnmount: true })), {
      wrapper: function Wrapper({ children }) {
        const [client, setClient] = useState(page.agora);
        renew = () => setClient(page.otherClient());
        return <AgoraProvider client={client}>{children}</AgoraProvider>;
      },
    });
    act(() => void result.current.start());
    await page.advance(6000);
    const { handle } = result.current;
    act(() => renew());
    await settle();
    await page.advance(1000);
    expect(result.current).toMatchObject({ status: "recording", handle });
    expect(warned.mock.calls.flat()).toEqual([expect.stringContaining("Make the client once")]);
    expect([page.sent("recording.stop"), live(page)]).toEqual([0, 1]);
    act(() => void result.current.stop());
    await page.advance(1000);
    expect(live(page)).toBe(0);
  });

  test("finds what runs when nobody used it through two renewals", async () => {
    const page = openPage();
    warnings();
    const app = open(page, "room-2");
    await app.record();
    await app.show(false);
    await app.renew();
    await app.renew();
    await app.show(true);
    await page.advance(1000);
    expect([app.current()?.status, live(page)]).toEqual(["recording", 1]);
  });

  test("finds it through clients that take turns", async () => {
    const page = openPage();
    warnings();
    let next = () => {};
    const clients = [page.agora, page.otherClient()] as const;
    const { result, rerender } = renderHook(() => useRecordingSession(roomOptions()), {
      wrapper: function Wrapper({ children }) {
        const [client, setClient] = useState(clients[0]);
        next = () => setClient((before) => (before === clients[0] ? clients[1] : clients[0]));
        return <AgoraProvider client={client}>{children}</AgoraProvider>;
      },
    });
    act(() => void result.current.start());
    await page.advance(6000);
    for (let turn = 0; turn < 5; turn++) {
      act(() => next());
      await settle();
    }
    rerender();
    await page.advance(1000);
    expect([result.current.status, page.sent("recording.start")]).toEqual(["recording", 1]);
  });

  test("shows a status alone what runs under the one before", async () => {
    const page = openPage();
    warnings();
    const seen: string[] = [];
    function Header() {
      seen.push(useRecordingStatus(roomOptions({ cname: "room-3" })).status);
      return null;
    }
    const app = open(page, "room-3", { header: <Header /> });
    await app.record();
    await app.show(false);
    await app.renew();
    await page.advance(1000);
    expect(seen.at(-1)).toBe("recording");
    // The status is no user: the session is taken over all the same, and the status follows.
    await app.show(true);
    act(() => void app.current()?.stop());
    await page.advance(2000);
    expect([app.current()?.status, seen.at(-1), live(page)]).toEqual(["stopped", "stopped", 0]);
  });

  test("goes on in a provider that is mounted anew, and a developer is told", async () => {
    const page = openPage();
    const warned = warnings();
    const app = open(page, "room-4", { isRemounted: true });
    await app.record();
    await app.renew();
    await page.advance(1000);
    expect([app.current()?.status, live(page)]).toEqual(["recording", 1]);
    expect(warned.mock.calls.flat()).toEqual([expect.stringContaining("room-4")]);
  });

  test("keeps the outcome of the one before", async () => {
    const page = openPage();
    const warned = warnings();
    const app = open(page, "room-5");
    await app.record();
    act(() => void app.current()?.stop());
    await page.advance(2000);
    const { files } = app.current() ?? {};
    await app.renew();
    expect(app.current()).toMatchObject({ status: "stopped", files });
    expect(warned).not.toHaveBeenCalled();
  });

  test("keeps no outcome for a recording in another mode", async () => {
    const page = openPage();
    let renew = () => {};
    const { result, rerender } = renderHook(
      ({ mode }: { mode: "mix" | "individual" }) => useRecordingSession({ ...roomOptions({ cname: "room-8" }), mode }),
      {
        initialProps: { mode: "mix" },
        wrapper: function Wrapper({ children }) {
          const [client, setClient] = useState(page.agora);
          renew = () => setClient(page.otherClient());
          return <AgoraProvider client={client}>{children}</AgoraProvider>;
        },
      },
    );
    act(() => void result.current.start());
    await page.advance(6000);
    act(() => void result.current.stop());
    await page.advance(2000);
    expect(result.current.status).toBe("stopped");
    act(() => {
      renew();
      rerender({ mode: "individual" });
    });
    await settle();
    expect(result.current).toMatchObject({ status: "idle", error: null });
  });

  test("inline in a hook, is told of and takes over nothing; what runs goes on", async () => {
    const page = openPage();
    const warned = warnings();
    const { result, rerender } = renderHook(() =>
      useRecordingSession(roomOptions({ cname: "room-6", client: page.otherClient() })),
    );
    act(() => void result.current.start());
    await page.advance(6000);
    rerender();
    await settle();
    expect([live(page), page.sent("recording.start"), page.sent("recording.stop")]).toEqual([1, 1, 0]);
    expect(warned.mock.calls.flat()).toEqual([expect.stringContaining("room-6")]);
  });

  test("of another App ID takes over nothing, and says nothing", async () => {
    const [page, other] = [openPage(), openPage({ appId: "f".repeat(32) })];
    const warned = warnings();
    const useKeyed = () => useRecordingSession(roomOptions({ key: "room-7" }));
    let swap = () => {};
    const { result } = renderHook(useKeyed, {
      wrapper: function Wrapper({ children }) {
        const [client, setClient] = useState(page.agora);
        swap = () => setClient(other.agora);
        return <AgoraProvider client={client}>{children}</AgoraProvider>;
      },
    });
    act(() => void result.current.start());
    await page.advance(6000);
    act(() => swap());
    await settle();
    expect([result.current.status, live(page)]).toEqual(["idle", 1]);
    expect(warned).not.toHaveBeenCalled();
  });
});

describe.each([false, true])(
  "the last recording, under a client made anew (in a provider made anew: %s)",
  (isRemounted) => {
    function openWithLast(page: Page) {
      let last: UseLastRecordingResult | undefined;
      const Header = () => {
        last = useLastRecording({ cname: "room-1", uid: "900001" });
        return null;
      };
      return { ...open(page, "room-1", { isRemounted, header: <Header /> }), last: () => last };
    }

    async function recordOnce(page: Page, app: ReturnType<typeof openWithLast>) {
      await app.record();
      await page.advance(60_000);
      act(() => void app.current()?.stop());
      await page.advance(1000);
      expect(app.last()?.last).toMatchObject({ ending: "requested" });
    }

    test("stays forgotten", async () => {
      warnings();
      const page = openPage();
      const app = openWithLast(page);
      await recordOnce(page, app);
      act(() => app.last()?.forget());
      for (let round = 0; round < 3; round++) {
        await app.renew();
        expect([app.current()?.status, app.last()?.last]).toEqual(["stopped", null]);
      }
    });

    test("stays without a storage too, while the next one runs", async () => {
      warnings();
      const page = openPage();
      const app = openWithLast(page);
      await recordOnce(page, app);
      const { last } = app.last() ?? {};
      await app.record();
      await app.renew();
      expect(app.current()?.status).toBe("recording");
      expect(app.last()?.last).toEqual(last);
    });
  },
);

test("what is forgotten under a client stays forgotten under one that had been before it", async () => {
  const page = openPage();
  warnings();
  let next = () => {};
  const clients = [page.agora, page.otherClient()] as const;
  const { result } = renderHook(
    () => ({ recording: useRecordingSession(roomOptions()), ...useLastRecording(roomOptions()) }),
    {
      wrapper: function Wrapper({ children }) {
        const [turn, setTurn] = useState(0);
        next = () => setTurn((before) => 1 - before);
        return <AgoraProvider client={clients[turn] ?? page.agora}>{children}</AgoraProvider>;
      },
    },
  );
  act(() => void result.current.recording.start());
  await page.advance(60_000);
  act(() => void result.current.recording.stop());
  await page.advance(1000);
  for (let turn = 0; turn < 4; turn++) {
    expect(result.current.last === null).toBe(turn > 0);
    act(() => next());
    await settle();
    if (turn === 0) act(() => result.current.forget());
  }
  expect(result.current).toMatchObject({ recording: { status: "stopped" }, last: null });
});
