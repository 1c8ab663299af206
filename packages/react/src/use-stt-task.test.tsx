import { act, cleanup, renderHook } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { useRecordingSession, useSttTask } from "./index.ts";
import { expectCalm, openPage, openStorage, roomOptions, settle, type Page } from "./testing/page.tsx";

afterEach(cleanup);

const joinRequest = () => ({
  name: "room-1",
  languages: ["en-US"] as const,
  rtcConfig: { channelName: "room-1", pubBotUid: "2000" },
});

const taskRequest = () => ({
  languages: ["en-US"] as const,
  rtcConfig: { channelName: "room-1", subBotUid: "1000", pubBotUid: "2000" },
});

type AgentOptions = Partial<Parameters<typeof useSttTask<"v7">>[0]>;
type TaskOptions = Partial<Parameters<typeof useSttTask<"v6">>[0]>;

const mountAgent = (page: Page, more: AgentOptions = {}) =>
  renderHook(() => useSttTask({ version: "v7", request: joinRequest(), ...more }), { wrapper: page.Provider });

const mountTask = (page: Page, more: TaskOptions = {}) =>
  renderHook(() => useSttTask({ version: "v6", request: taskRequest(), ...more }), { wrapper: page.Provider });

const live = ({ fake }: Page) => [...fake.agents, ...fake.tasks].filter((run) => run.live).length;

describe("useSttTask", () => {
  test("S10 shows a v7 agent from join to leave, and tells its bots", async () => {
    const page = openPage();
    const { result } = mountAgent(page);
    expect(result.current.botUids()).toEqual(["2000"]);
    act(() => void result.current.start());
    expect(result.current).toMatchObject({ status: "starting", lease: null });
    await page.advance(10_000);
    expect(result.current).toMatchObject({ status: "transcribing", handle: { version: "v7", name: "room-1" } });
    const updated = result.current.update({ languages: ["es-ES"] });
    await page.advance(1000);
    await updated;
    expect(page.fake.agents[0]?.languages).toEqual(["es-ES"]);
    act(() => void result.current.stop());
    await page.advance(1000);
    expect(result.current).toMatchObject({ status: "stopped", ending: "requested", error: null });
    expect(live(page)).toBe(0);
  });

  test("S10 an agent that has left already is no failure", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    const { result } = mountAgent(page);
    act(() => void result.current.start());
    await page.advance(10_000);
    await page.agora.sttAgents.leave(result.current.handle!);
    act(() => void result.current.stop());
    await page.advance(1000);
    await settle();
    expect(result.current).toMatchObject({ status: "stopped", error: null });
    expect(problems).toEqual([]);
  });

  for (const named of [true, false]) {
    test(`S10 a name that runs already is ${named ? "adopted where the service names its agent" : "told as a conflict otherwise"}`, async () => {
      const page = openPage({ sttConflictNamesAgent: named });
      const { problems } = expectCalm();
      const running = await page.agora.sttAgents.join(joinRequest());
      const { result } = mountAgent(page);
      act(() => void result.current.start());
      await page.advance(10_000);
      await settle();
      expect(result.current).toMatchObject(
        named
          ? { status: "transcribing", error: null, handle: { agentId: running.agentId } }
          : { handle: null, error: { kind: "conflict" } },
      );
      expect([live(page), problems]).toEqual([1, []]);
    });
  }

  test("S20 a second start with one token adopts the task that its answer names", async () => {
    const page = openPage();
    const { result } = mountTask(page);
    page.fake.fail("sttTasks.start", { network: true, tookEffect: true });
    act(() => void result.current.start());
    await page.advance(30_000);
    expect(result.current).toMatchObject({
      status: "transcribing",
      error: null,
      handle: { taskId: page.fake.tasks[0]?.taskId },
    });
    expect([page.fake.tasks.length, page.sent("sttTasks.start")]).toEqual([1, 2]);
  });

  test("S04 a builder token that expired is acquired again, once", async () => {
    const page = openPage();
    const { result } = mountTask(page);
    act(() => void result.current.acquire());
    await page.advance(360_000);
    expect(result.current.status).toBe("expired");
    act(() => void result.current.start());
    await page.advance(10_000);
    expect(result.current.status).toBe("transcribing");
    expect([page.sent("sttTasks.acquire"), page.sent("sttTasks.start"), live(page)]).toEqual([2, 1, 1]);
  });

  test("S05 StrictMode and a double click make one join", async () => {
    const page = openPage();
    const { result } = renderHook(() => useSttTask({ version: "v7", request: joinRequest() }), {
      wrapper: ({ children }) => (
        <StrictMode>
          <page.Provider>{children}</page.Provider>
        </StrictMode>
      ),
    });
    const starts = [result.current.start(), result.current.start()];
    await page.advance(10_000);
    expect(new Set(await Promise.all(starts)).size).toBe(1);
    expect([page.sent("sttAgents.join"), result.current.status]).toEqual([1, "transcribing"]);
  });

  test("S03 a remount finds the running transcription, from storage too", async () => {
    const page = openPage();
    const storage = openStorage();
    const first = mountAgent(page, { storage });
    act(() => void first.result.current.start());
    await page.advance(10_000);
    const { handle } = first.result.current;
    first.unmount();
    await settle();
    expect(mountAgent(page, { storage }).result.current).toMatchObject({ status: "transcribing", handle });
    const next = mountAgent(page, { storage, client: page.otherClient() });
    await page.advance(1000);
    expect(next.result.current).toMatchObject({ status: "transcribing", handle });
  });

  test("S06 bots of v6 that are the same are refused before any request, with the path", async () => {
    const page = openPage();
    const { result } = mountTask(page, {
      request: { languages: ["en-US"], rtcConfig: { channelName: "room-1", subBotUid: "1000", pubBotUid: "1000" } },
    });
    act(() => void result.current.start());
    await page.advance(1000);
    const paths = JSON.stringify(result.current.error);
    expect(result.current).toMatchObject({ status: "failed", error: { kind: "invalid-request" } });
    expect(paths).toContain("BotUid");
    expect(page.sent("sttTasks.start")).toBe(0);
  });

  test("names the bots in the first render already", () => {
    const page = openPage();
    const seen: (readonly string[])[] = [];
    renderHook(() => seen.push(useSttTask({ version: "v7", request: joinRequest() }).botUids()), {
      wrapper: page.Provider,
    });
    expect(seen).toEqual([["2000"]]);
  });

  test("stops when the last one leaves, if asked to", async () => {
    const page = openPage();
    const { result, unmount } = mountAgent(page, { stopOnUnmount: true });
    act(() => void result.current.start());
    await page.advance(10_000);
    unmount();
    await settle();
    await page.advance(1000);
    await settle();
    await page.advance(300_000);
    expect([page.sent("sttAgents.leave"), live(page), page.timers.size]).toEqual([1, 0, 0]);
  });

  test("goes from one generation to another under the same key without mixing them up", async () => {
    const page = openPage();
    const otherBot = { channelName: "room-1", pubBotUid: "3000" };
    const { result, rerender } = renderHook(
      ({ modern }) =>
        useSttTask(
          modern
            ? { version: "v7", key: "captions", request: { ...joinRequest(), rtcConfig: otherBot } }
            : { version: "v6", key: "captions", request: taskRequest() },
        ),
      { wrapper: page.Provider, initialProps: { modern: false } },
    );
    act(() => void result.current.start());
    await page.advance(10_000);
    expect([result.current.status, page.fake.tasks.length]).toEqual(["transcribing", 1]);
    rerender({ modern: true });
    expect(result.current.status).toBe("idle");
    act(() => void result.current.start());
    await page.advance(10_000);
    expect(result.current).toMatchObject({ status: "transcribing", handle: { version: "v7" } });
    expect(page.fake.agents).toHaveLength(1);
  });

  test("keeps apart from a recording with the same key", async () => {
    const page = openPage();
    const { result } = renderHook(
      () => ({
        recording: useRecordingSession(roomOptions({ key: "room" })),
        stt: useSttTask({ version: "v7", key: "room", request: joinRequest() }),
      }),
      { wrapper: page.Provider },
    );
    act(() => void result.current.recording.start());
    await page.advance(10_000);
    expect([result.current.recording.status, result.current.stt.status]).toEqual(["recording", "idle"]);
  });
});
