import type { SessionStorage } from "@agora-edge/core";
import { act, cleanup, renderHook } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { AgoraProvider, useLastRecording, useRecordingSession } from "./index.ts";
import { expectCalm, openPage, openStorage, roomOptions, settle, type Page } from "./testing/page.tsx";

afterEach(cleanup);

function mount(page: Page, storage: SessionStorage | undefined, client = page.agora) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <AgoraProvider client={client} defaultOptions={{ storage }}>
        {children}
      </AgoraProvider>
    </StrictMode>
  );
  return renderHook(
    () => {
      const recording = useRecordingSession(roomOptions());
      return { recording, ...useLastRecording(roomOptions()) };
    },
    { wrapper },
  );
}

async function recordOnce(page: Page, { result }: ReturnType<typeof mount>) {
  act(() => void result.current.recording.start());
  await page.advance(60_000);
  act(() => void result.current.recording.stop());
  await page.advance(2000);
  expect(result.current.recording.status).toBe("stopped");
  return result.current.recording;
}

describe("useLastRecording", () => {
  for (const later of [false, true]) {
    it(`gives the files of the last recording after a reload, from storage that answers ${later ? "later" : "at once"}`, async () => {
      const { problems } = expectCalm();
      const page = openPage();
      const storage = openStorage(new Map(), { later });
      const first = mount(page, storage);
      await settle();
      expect(first.result.current.last).toBeNull();
      const { handle, files } = await recordOnce(page, first);
      expect(files.length).toBeGreaterThan(0);
      expect(first.result.current.last).toMatchObject({ handle, files, ending: "requested" });
      first.unmount();

      const { result } = mount(page, storage, page.otherClient());
      await settle();
      expect(result.current).toMatchObject({ recording: { status: "idle" }, last: { handle, files } });
      act(() => result.current.forget());
      expect(result.current.last).toBeNull();
      await settle();
      expect([...storage.values.keys()].filter((name) => name.endsWith(":last"))).toEqual([]);
      expect(problems).toEqual([]);
    });
  }

  it("without a storage gives them as long as the page", async () => {
    const page = openPage();
    const mounted = mount(page, undefined);
    const { files } = await recordOnce(page, mounted);
    expect(mounted.result.current.last?.files).toEqual(files);
    act(() => mounted.result.current.forget());
    expect(mounted.result.current.last).toBeNull();
  });

  it("a storage that fails breaks nothing", async () => {
    const { problems } = expectCalm();
    const page = openPage();
    const refuse = () => {
      throw new Error("blocked");
    };
    const storage = { get: refuse, set: refuse, remove: () => Promise.reject(new Error("blocked")) };
    const { result } = renderHook(() => useLastRecording("a-key", { storage }), { wrapper: page.Provider });
    await settle();
    act(() => result.current.forget());
    await settle();
    expect([result.current.last, problems]).toEqual([null, []]);
  });

  it("takes nothing else for a recording", async () => {
    for (const text of [
      "",
      "null",
      "[]",
      '{"handle":{}}',
      '{"handle":{},"files":[1]}',
      "{",
      '{"handle":null,"files":[]}',
    ]) {
      const page = openPage();
      const storage = openStorage();
      storage.values.set("a-key:last", text);
      const { result } = renderHook(() => useLastRecording("a-key", { storage }), { wrapper: page.Provider });
      await settle();
      expect(result.current.last).toBeNull();
    }
  });

  it("another key shows nothing of the one before", async () => {
    const page = openPage();
    const storage = openStorage();
    const file = { fileName: "a.m3u8" };
    storage.values.set("a:last", JSON.stringify({ handle: {}, files: [file] }));
    const { result, rerender } = renderHook(({ key }) => useLastRecording(key, { storage }).last, {
      wrapper: page.Provider,
      initialProps: { key: "a" },
    });
    await settle();
    expect(result.current?.files).toEqual([file]);
    rerender({ key: "b" });
    expect(result.current).toBeNull();
    rerender({ key: "a" });
    await settle();
    expect(result.current?.files).toEqual([file]);
  });
});
