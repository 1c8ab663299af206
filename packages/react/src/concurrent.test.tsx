import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { Component, startTransition, Suspense, useState, type ReactNode } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { useRecordingSession } from "./index.ts";
import { expectCalm, openPage, openStorage, roomOptions, settle } from "./testing/page.tsx";

afterEach(cleanup);

/** Throws a promise until it is opened, as data that is not there yet. */
function createGate() {
  let isOpen = false;
  let release = () => {};
  const waiting = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    pass() {
      // oxlint-disable-next-line no-throw-literal, typescript/only-throw-error -- what React 18 waits for
      if (!isOpen) throw waiting;
    },
    open() {
      isOpen = true;
      release();
    },
  };
}

class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? <p role="alert">broken</p> : this.props.children;
  }
}

describe("concurrent rendering", () => {
  test("a component that is suspended makes no session and sends nothing; a storage whose answers take time is not read", async () => {
    const page = openPage();
    const gate = createGate();
    const storage = openStorage();
    let reads = 0;
    const counted = { ...storage, isAsync: true, get: async (key: string) => (reads++, storage.get(key)) };
    function Recorder() {
      const { status, start } = useRecordingSession(roomOptions({ storage: counted }));
      gate.pass();
      return <button onClick={start}>{status}</button>;
    }
    render(
      <Suspense fallback="waiting">
        <Recorder />
      </Suspense>,
      { wrapper: page.Provider },
    );
    await settle();
    expect([screen.queryByRole("button"), reads, page.fake.requests.length, page.timers.size]).toEqual([null, 0, 0, 0]);
    await act(async () => gate.open());
    await settle();
    expect([screen.getByRole("button").textContent, reads]).toEqual(["idle", 1]);
  });

  test("options of a transition that never commits do not count, those that commit do", async () => {
    const page = openPage();
    const gate = createGate();
    let turn: (uid: string) => void = () => {};
    function Waits() {
      gate.pass();
      return null;
    }
    function Recorder({ uid }: { uid: string }) {
      const { status, handle, start } = useRecordingSession(roomOptions({ uid }));
      return (
        <>
          <button onClick={start}>
            {status} {handle?.uid ?? uid}
          </button>
          {uid === "900002" ? <Waits /> : null}
        </>
      );
    }
    function App() {
      const [uid, setUid] = useState("900001");
      turn = (next) => startTransition(() => setUid(next));
      return (
        <Suspense fallback="waiting">
          <Recorder uid={uid} />
        </Suspense>
      );
    }
    render(<App />, { wrapper: page.Provider });
    act(() => turn("900002"));
    await settle();
    expect(screen.getByRole("button").textContent).toBe("idle 900001");
    fireEvent.click(screen.getByRole("button"));
    await page.advance(6000);
    expect(screen.getByRole("button").textContent).toBe("recording 900001");
    await act(async () => gate.open());
    await settle();
    expect(screen.getByRole("button").textContent).toBe("idle 900002");
    fireEvent.click(screen.getByRole("button"));
    await page.advance(6000);
    expect(page.fake.recordings.map(({ uid }) => uid)).toEqual(["900001", "900002"]);
  });

  test("a session that changes during a transition shows one state everywhere", async () => {
    const page = openPage();
    const torn: string[] = [];
    let show: (count: number) => void = () => {};
    function Status({ seen }: { seen: string[] }) {
      const { status, start } = useRecordingSession(roomOptions());
      seen.push(status);
      return <button onClick={start}>{status}</button>;
    }
    function App() {
      const [count, setCount] = useState(1);
      show = (next) => startTransition(() => setCount(next));
      const seen: string[] = [];
      const rows = Array.from({ length: count }, (_, index) => <Status key={index} seen={seen} />);
      return <div>{rows}</div>;
    }
    render(<App />, { wrapper: page.Provider });
    fireEvent.click(screen.getByRole("button"));
    for (let ms = 0; ms < 8000; ms += 500) {
      act(() => show(1 + (ms % 5)));
      await page.advance(500);
      const statuses = screen.getAllByRole("button").map(({ textContent }) => textContent);
      if (new Set(statuses).size !== 1) torn.push(statuses.join());
    }
    expect(torn).toEqual([]);
    expect(page.sent("recording.start")).toBe(1);
  });

  test("error boundaries are left alone by commands that fail", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    page.fake.fail("*", { kind: "invalid-credentials", times: 20 });
    function Recorder() {
      const recording = useRecordingSession(roomOptions());
      return (
        <>
          <p>{recording.error?.kind}</p>
          {(["start", "acquire", "stop", "query", "whenRunning"] as const).map((name) => (
            <button key={name} onClick={recording[name]}>
              {name}
            </button>
          ))}
        </>
      );
    }
    render(
      <Boundary>
        <Recorder />
      </Boundary>,
      { wrapper: page.Provider },
    );
    for (const button of screen.getAllByRole("button")) {
      fireEvent.click(button);
      await page.advance(1000);
    }
    await settle();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.getByText("invalid-credentials")).toBeTruthy();
    expect(problems).toEqual([]);
  });
});
