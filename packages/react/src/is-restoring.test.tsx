import { cleanup, renderHook } from "@testing-library/react";
import { recordingKey, sessionsOf } from "@agora-edge/core";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, it } from "vitest";
import {
  localStorageAdapter,
  useRecordingSession,
  useRecordingStatus,
  type UseRecordingSessionOptions,
} from "./index.ts";
import { mount } from "./testing/mount.tsx";
import { openPage, openStorage, roomOptions, settle, type Page } from "./testing/page.tsx";

afterEach(cleanup);

/** What a component shows, one render after another; `…` while it restores. */
const seenWith = async (more: Partial<UseRecordingSessionOptions<"mix">>, page: Page = openPage()) => {
  const seen: string[] = [];
  renderHook(
    () => {
      const { status, isRestoring } = useRecordingSession(roomOptions(more));
      seen.push(`${status}${isRestoring ? "…" : ""}`);
    },
    { wrapper: page.Provider },
  );
  await settle();
  return seen;
};

const slow = () => openStorage(new Map(), { later: true });

describe("isRestoring", () => {
  it("is true from the first render on where answers of the storage may take time", async () => {
    expect(await seenWith({ storage: slow() })).toEqual(["idle…", "idle"]);
    expect(await seenWith({ storage: { ...slow(), isAsync: true } })).toEqual(["idle…", "idle"]);
  });

  it("is true from the first render on where localStorage has something, and never where it has nothing", async () => {
    const page = openPage();
    expect(await seenWith({ storage: localStorageAdapter }, page)).toEqual(["idle"]);
    localStorage.setItem(recordingKey(page.agora.appId, roomOptions()), "of another kind");
    expect(await seenWith({ storage: localStorageAdapter })).toEqual(["idle…", "idle"]);
    localStorage.clear();
  });

  it("is true from the first render on with `restore: null`, which looks into storage, and never with `restore: false`", async () => {
    expect(await seenWith({ storage: slow(), restore: null })).toEqual(["idle…", "idle"]);
    expect(await seenWith({ storage: slow(), restore: false })).toEqual(["idle"]);
  });

  it("is true from the first render on with a state to go on from", async () => {
    const page = openPage();
    const first = mount(page);
    const restore = sessionsOf(page.agora).list()[0]?.session.toJSON() ?? null;
    first.unmount();
    await settle();
    expect((await seenWith({ restore }, page))[0]).toBe("idle…");
  });

  it("is true from the first render on of a component that brings a storage to a session without one", async () => {
    for (const storage of [slow(), openStorage()]) {
      const page = openPage();
      const indicator = mount(page);
      const seen = await seenWith({ storage }, page);
      expect([seen[0], seen.at(-1)]).toEqual([storage.isAsync === false ? "idle" : "idle…", "idle"]);
      expect(indicator.result.current.isRestoring).toBe(false);
    }
  });

  it("a status follows in the commit after the one that mounts the session", async () => {
    const page = openPage();
    const seen: string[] = [];
    renderHook(
      () => {
        const { isRestoring } = useRecordingSession(roomOptions({ storage: slow() }));
        seen.push(`${isRestoring} ${useRecordingStatus(roomOptions()).isRestoring}`);
      },
      { wrapper: page.Provider },
    );
    await settle();
    expect(seen).toEqual(["true false", "true true", "false false"]);
  });

  it("is true in what the server renders", () => {
    const page = openPage();
    const App = () => <p>{String(useRecordingSession(roomOptions({ storage: localStorageAdapter })).isRestoring)}</p>;
    const { Provider } = page;
    expect(
      renderToString(
        <Provider>
          <App />
        </Provider>,
      ),
    ).toBe("<p>true</p>");
  });
});
