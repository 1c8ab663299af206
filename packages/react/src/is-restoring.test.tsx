import { cleanup, render, renderHook } from "@testing-library/react";
import { recordingKey, sessionsOf, type SessionStorage } from "@agora-edge/core";
import { Profiler } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, test } from "vitest";
import {
  AgoraProvider,
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
  test("is true from the first render on where answers of the storage may take time", async () => {
    expect(await seenWith({ storage: slow() })).toEqual(["idle…", "idle"]);
    expect(await seenWith({ storage: { ...slow(), isAsync: true } })).toEqual(["idle…", "idle"]);
  });

  test("is true from the first render on where localStorage has something, and never where it has nothing", async () => {
    const page = openPage();
    expect(await seenWith({ storage: localStorageAdapter }, page)).toEqual(["idle"]);
    localStorage.setItem(recordingKey(page.agora.appId, roomOptions()), "of another kind");
    expect(await seenWith({ storage: localStorageAdapter })).toEqual(["idle…", "idle"]);
    localStorage.clear();
  });

  test("is true from the first render on with `restore: null`, which looks into storage, and never with `restore: false`", async () => {
    expect(await seenWith({ storage: slow(), restore: null })).toEqual(["idle…", "idle"]);
    expect(await seenWith({ storage: slow(), restore: false })).toEqual(["idle"]);
  });

  test("is true from the first render on with a state to go on from", async () => {
    const page = openPage();
    const first = mount(page);
    const restore = sessionsOf(page.agora).list()[0]?.session.toJSON() ?? null;
    first.unmount();
    await settle();
    expect((await seenWith({ restore }, page))[0]).toBe("idle…");
  });

  test("is true from the first render on of a component that brings a storage to a session without one", async () => {
    for (const storage of [slow(), openStorage()]) {
      const page = openPage();
      const indicator = mount(page);
      const seen = await seenWith({ storage }, page);
      expect([seen[0], seen.at(-1)]).toEqual([storage.isAsync === false ? "idle" : "idle…", "idle"]);
      expect(indicator.result.current.isRestoring).toBe(false);
    }
  });

  describe("of a status beside the session", () => {
    const record = (page: Page) => new Map([[recordingKey(page.agora.appId, roomOptions()), "of another kind"]]);

    /** What the session and a status before and after it show, one commit after another. */
    async function commits(page: Page, storage: SessionStorage, where: "provider" | "options" | "session") {
      const seen: string[] = [];
      const name = roomOptions(where === "options" ? { storage } : {});
      const shown = [false, false, false];
      const Status = ({ at }: { at: number }) => {
        shown[at] = useRecordingStatus(name).isRestoring;
        return null;
      };
      const Recorder = () => {
        shown[1] = useRecordingSession(roomOptions(where === "provider" ? {} : { storage })).isRestoring;
        return null;
      };
      render(
        <AgoraProvider client={page.agora} defaultOptions={where === "provider" ? { storage } : {}}>
          <Profiler id="app" onRender={() => seen.push(shown.join(" "))}>
            <Status at={0} />
            <Recorder />
            <Status at={2} />
          </Profiler>
        </AgoraProvider>,
      );
      await settle();
      return [...new Set(seen)];
    }

    test.each(["provider", "options"] as const)("is the same in every commit: storage of the %s", async (where) => {
      const page = openPage();
      expect(await commits(page, slow(), where)).toEqual(["true true true", "false false false"]);
      expect(await commits(openPage(), openStorage(), where)).toEqual(["false false false"]);
      const other = openPage();
      expect(await commits(other, openStorage(record(other)), where)).toEqual(["true true true", "false false false"]);
    });

    test("follows one commit later where only the session knows of the storage", async () => {
      const seen = await commits(openPage(), slow(), "session");
      expect(seen).toEqual(["false true false", "true true true", "false false false"]);
    });

    test("is over with the first commit where no component has the session", async () => {
      const page = openPage();
      const seen: boolean[] = [];
      const Status = () => {
        seen.push(useRecordingStatus(roomOptions()).isRestoring);
        return null;
      };
      const storage = openStorage(record(page));
      render(
        <AgoraProvider client={page.agora} defaultOptions={{ storage }}>
          <Status />
        </AgoraProvider>,
      );
      await settle();
      expect([seen, page.fake.requests.length]).toEqual([[true, false], 0]);
    });

    test("is true in what the server renders, as that of the session is", () => {
      const page = openPage();
      const App = () =>
        `${useRecordingSession(roomOptions()).isRestoring} ${useRecordingStatus(roomOptions()).isRestoring}`;
      const html = renderToString(
        <AgoraProvider client={page.agora} defaultOptions={{ storage: localStorageAdapter }}>
          <App />
        </AgoraProvider>,
      );
      expect(html).toBe("true true");
    });
  });

  test("is true in what the server renders", () => {
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
