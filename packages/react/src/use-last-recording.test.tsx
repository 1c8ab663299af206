import { sessionsOf, type SessionStorage } from "@agora-edge/core";
import { act, cleanup, renderHook } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { AgoraProvider, useLastRecording, useRecordingSession } from "./index.ts";
import { mount as mountSession, mountRunning } from "./testing/mount.tsx";
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

type Mounted = ReturnType<typeof mount>;

async function startFor(page: Page, { result }: Pick<Mounted, "result">, ms = 60_000) {
  act(() => void result.current.recording.start());
  await page.advance(ms);
}

async function recordOnce(page: Page, mounted: Pick<Mounted, "result">) {
  await startFor(page, mounted);
  act(() => void mounted.result.current.recording.stop());
  await page.advance(2000);
  await settle();
  const { recording } = mounted.result.current;
  expect(recording).toMatchObject({ status: "stopped", files: [{}] });
  return recording;
}

/** A reload: what the page had in memory is gone. */
async function reload(page: Page, mounted: { unmount: () => void }, storage: SessionStorage) {
  mounted.unmount();
  await settle();
  const next = mount(page, storage, page.otherClient());
  await settle();
  return next;
}

const file = { fileName: "a.m3u8" };
const stored = (more: object = {}) => ({
  version: 1,
  handle: { appId: "app", cname: "room", uid: "1", mode: "mix", resourceId: "resource", sid: "sid", startedAt: 1 },
  startedAt: 1,
  ending: "requested",
  files: [file],
  upload: "uploaded",
  ...more,
});

/** A storage with one record, under the key `a-key`. */
const storageWith = (value: object = stored()) => openStorage(new Map([["a-key:last", JSON.stringify(value)]]));

/** The same, whose `get` of what ended last answers when `answer` is called, with what was there when it was asked. */
function slow(base = openStorage()) {
  const waiting: (() => void)[] = [];
  const storage: SessionStorage = {
    ...base,
    isAsync: true,
    get: (key) =>
      key.endsWith(":last")
        ? new Promise((resolve) => {
            const value = base.values.get(key) ?? null;
            waiting.push(() => resolve(value));
          })
        : base.get(key),
  };
  const answer = async () => {
    for (const each of waiting.splice(0)) each();
    await settle();
  };
  return { storage, answer, values: base.values };
}

const lastOf = (values: Map<string, string>) => {
  const text = [...values].find(([name]) => name.endsWith(":last"))?.[1];
  return text === undefined ? null : (JSON.parse(text) as ReturnType<typeof stored>);
};

describe("useLastRecording", () => {
  for (const later of [false, true]) {
    test(`gives the files of the last recording after a reload, from storage that answers ${later ? "later" : "at once"}`, async () => {
      const { problems } = expectCalm();
      const page = openPage();
      const storage = openStorage(new Map(), { later });
      const first = mount(page, storage);
      await settle();
      expect(first.result.current.last).toBeNull();
      const { handle, files } = await recordOnce(page, first);
      expect(first.result.current.last).toMatchObject({ handle, files, ending: "requested" });

      const { result } = await reload(page, first, storage);
      expect(result.current).toMatchObject({ recording: { status: "idle" }, last: { handle, files } });
      act(() => result.current.forget());
      expect(result.current.last).toBeNull();
      await settle();
      expect([...storage.values.keys()].filter((name) => name.endsWith(":last"))).toEqual([]);
      expect(problems).toEqual([]);
    });
  }

  test("without a storage gives them as long as the page", async () => {
    const page = openPage();
    const mounted = mount(page, undefined);
    const { files } = await recordOnce(page, mounted);
    expect(mounted.result.current.last?.files).toEqual(files);
    act(() => mounted.result.current.forget());
    expect(mounted.result.current.last).toBeNull();
  });

  test("keeps no grant of a proxy, and says which edition the record is of", async () => {
    const page = openPage();
    const storage = openStorage();
    const mounted = mount(page, storage);
    await startFor(page, mounted);
    const { handle } = mounted.result.current.recording;
    act(() => void mounted.result.current.recording.stop());
    act(() =>
      mounted.result.current.recording.receive({
        status: "stopped",
        ending: "requested",
        handle: { ...handle, grant: "secret-grant" } as never,
      }),
    );
    await page.advance(2000);
    await settle();
    expect(lastOf(storage.values)).toMatchObject({ version: 1, handle: { sid: handle?.sid } });
    expect(JSON.stringify(lastOf(storage.values))).not.toContain("grant");
  });

  test("takes nothing else for a recording, nor what a later version has written", async () => {
    const { handle } = stored();
    for (const value of [
      "",
      "null",
      "[]",
      "{",
      ...[
        { version: 2 },
        { version: undefined },
        { handle: null },
        { handle: { ...handle, sid: 1 } },
        { startedAt: undefined },
        { ending: "unheard of" },
        { files: [1] },
        { files: null },
        { upload: 5 },
      ].map((wrong) => JSON.stringify(stored(wrong))),
    ]) {
      const page = openPage();
      const storage = openStorage(new Map([["a-key:last", value]]));
      const { result } = renderHook(() => useLastRecording("a-key", { storage }), { wrapper: page.Provider });
      await settle();
      expect(result.current.last).toBeNull();
    }
  });

  test("another key shows nothing of the one before", async () => {
    const page = openPage();
    const storage = storageWith();
    const { result, rerender } = renderHook(({ key }) => useLastRecording(key, { storage }).last, {
      wrapper: page.Provider,
      initialProps: { key: "a-key" },
    });
    await settle();
    expect(result.current?.files).toEqual([file]);
    rerender({ key: "b" });
    expect(result.current).toBeNull();
    rerender({ key: "a-key" });
    await settle();
    expect(result.current?.files).toEqual([file]);
  });

  test("takes storage and client of the options that the session has", async () => {
    const page = openPage();
    const storage = openStorage();
    const options = roomOptions({ storage, client: page.agora });
    const mounted = renderHook(() => ({ recording: useRecordingSession(options), ...useLastRecording(options) }));
    const { files } = await recordOnce(page, mounted);
    expect(lastOf(storage.values)?.files).toEqual(files);
  });

  test("a storage that is written inline is read once, and renders once", async () => {
    const page = openPage();
    const values = storageWith().values;
    let [renders, reads] = [0, 0];
    const { rerender, result } = renderHook(
      () => {
        renders++;
        const inline = openStorage(values);
        return useLastRecording("a-key", { storage: { ...inline, get: (key) => (reads++, inline.get(key)) } });
      },
      { wrapper: page.Provider },
    );
    for (let turn = 0; turn < 5; turn++) await settle();
    expect([renders, reads, result.current.last?.files]).toEqual([2, 1, [file]]);
    rerender();
    await settle();
    expect([renders, reads]).toEqual([3, 1]);
  });
});

describe("useLastRecording, of a component that was not there at the end", () => {
  test("shows what is `stopped` when it mounts", async () => {
    const page = openPage();
    const storage = openStorage();
    const running = await mountRunning(page, { storage });
    await page.advance(60_000);
    act(() => void running.result.current.stop());
    await page.advance(2000);
    const late = mount(page, storage);
    await settle();
    const { files } = running.result.current;
    expect(files.length).toBeGreaterThan(0);
    expect(late.result.current.last?.files).toEqual(files);
    expect(lastOf(storage.values)?.files).toEqual(files);
  });

  test("keeps the files when it leaves while the recording is being stopped", async () => {
    const page = openPage();
    const storage = openStorage();
    const first = mount(page, storage);
    await startFor(page, first);
    act(() => void first.result.current.recording.stop());
    first.unmount();
    await settle();
    await page.advance(5000);
    await settle();
    const again = mount(page, storage);
    await settle();
    expect(again.result.current).toMatchObject({
      recording: { status: "stopped", files: [{}] },
      last: { files: [{}] },
    });
    const { result } = await reload(page, again, storage);
    expect(result.current).toMatchObject({ recording: { status: "idle" }, last: { files: [{}] } });
  });

  test("leaves no listener behind when the session has gone", async () => {
    const page = openPage();
    const heard = new Set<() => void>();
    const storage: SessionStorage = {
      ...openStorage(),
      subscribe(_, listener) {
        heard.add(listener);
        return () => heard.delete(listener);
      },
    };
    const cache = sessionsOf(page.agora);
    const subscribe = cache.subscribe.bind(cache);
    let followers = 0;
    cache.subscribe = (listener) => {
      followers++;
      const leave = subscribe(listener);
      return () => {
        followers--;
        leave();
      };
    };
    const mounted = mount(page, storage);
    await recordOnce(page, mounted);
    expect(followers).toBe(1);
    mounted.unmount();
    await settle();
    await page.advance(300_000);
    expect([heard.size, followers, page.timers.size]).toEqual([0, 0, 0]);
  });
});

describe("useLastRecording, of reads and writes that cross", () => {
  test("a read that began before the end does not hide the end", async () => {
    const page = openPage();
    const { storage, answer, values } = slow();
    const mounted = mount(page, storage);
    await settle();
    const { files } = await recordOnce(page, mounted);
    for (let turn = 0; turn < 3; turn++) await answer();
    expect(mounted.result.current.last?.files).toEqual(files);
    expect(lastOf(values)?.files).toEqual(files);
  });

  test("what is forgotten during a read stays forgotten", async () => {
    const page = openPage();
    const { storage, answer, values } = slow(storageWith());
    const { result } = renderHook(() => useLastRecording("a-key", { storage }), { wrapper: page.Provider });
    await settle();
    act(() => result.current.forget());
    await answer();
    expect([result.current.last, lastOf(values)]).toEqual([null, null]);
  });

  test("what is forgotten while it is `stopped` comes back with no mount and no late notification", async () => {
    const page = openPage();
    const storage = openStorage();
    const mounted = mount(page, storage);
    const { handle, receive } = await recordOnce(page, mounted);
    act(() => mounted.result.current.forget());
    act(() =>
      receive({ status: "stopped", ending: "requested", handle: handle as never, files: [file], upload: "uploaded" }),
    );
    await settle();
    expect(mounted.result.current).toMatchObject({ recording: { files: [file] }, last: null });
    mounted.unmount();
    await settle();
    const again = mount(page, storage);
    await settle();
    expect(again.result.current).toMatchObject({ recording: { status: "stopped" }, last: null });
    expect(lastOf(storage.values)).toBeNull();
  });

  test("what is forgotten without a storage stays forgotten", async () => {
    const page = openPage();
    const mounted = mount(page, undefined);
    const { handle, receive } = await recordOnce(page, mounted);
    act(() => mounted.result.current.forget());
    act(() => receive({ status: "stopped", ending: "requested", handle: handle as never, files: [file] }));
    await settle();
    expect(mounted.result.current).toMatchObject({ recording: { files: [file] }, last: null });
  });

  test("a late notification does not bring back what another page has forgotten, or followed by another recording", async () => {
    for (const there of [null, JSON.stringify(stored())]) {
      const page = openPage();
      const storage = openStorage();
      const mounted = mount(page, storage);
      const { handle, receive } = await recordOnce(page, mounted);
      const [name] = [...storage.values.keys()].filter((each) => each.endsWith(":last"));
      if (there === null) storage.values.delete(name ?? "");
      else storage.values.set(name ?? "", there);
      act(() => receive({ status: "stopped", ending: "requested", handle: handle as never, files: [file, file] }));
      await settle();
      expect([mounted.result.current.recording.files, mounted.result.current.last?.files]).toEqual([
        [file, file],
        there === null ? undefined : [file],
      ]);
      expect(storage.values.get(name ?? "") ?? null).toBe(there);
      mounted.unmount();
      await settle();
    }
  });

  test("a late notification brings more files to what was not forgotten", async () => {
    const page = openPage();
    const storage = openStorage();
    const mounted = mount(page, storage);
    const { handle, files, receive } = await recordOnce(page, mounted);
    const more = [...files, file];
    act(() =>
      receive({ status: "stopped", ending: "requested", handle: handle as never, files: more, upload: "uploaded" }),
    );
    await settle();
    expect(mounted.result.current.last?.files).toEqual(more);
    expect(lastOf(storage.values)?.files).toEqual(more);
  });

  test("what one component forgets the others do not show", async () => {
    const page = openPage();
    const storage = storageWith();
    const [one, two] = [0, 1].map(() =>
      renderHook(() => useLastRecording("a-key", { storage }), { wrapper: page.Provider }),
    );
    await settle();
    expect([one?.result.current.last?.files, two?.result.current.last?.files]).toEqual([[file], [file]]);
    act(() => one?.result.current.forget());
    expect([one?.result.current.last, two?.result.current.last]).toEqual([null, null]);
  });

  test("another tab that only found it gone does not overwrite the files", async () => {
    const page = openPage();
    const values = new Map<string, string>();
    const hears = new Set<{ tab: object; key: string; listener: () => void }>();
    // No `publish`: a tab hears that something was written, and not what the other one shows.
    const tabStorage = (): SessionStorage => {
      const tab = {};
      const tell = (key: string) =>
        setTimeout(() => {
          for (const one of hears) if (one.tab !== tab && one.key === key) one.listener();
        }, 0);
      const base = openStorage(values);
      return {
        ...base,
        set: (key, value) => (base.set(key, value), tell(key)),
        remove: (key) => (base.remove(key), tell(key)),
        subscribe(key, listener) {
          const one = { tab, key, listener: () => listener() };
          hears.add(one);
          return () => hears.delete(one);
        },
      };
    };
    const first = mount(page, tabStorage());
    const second = mount(page, tabStorage(), page.otherClient());
    await startFor(page, first, 6000);
    await settle();
    const { files } = await recordOnce(page, first);
    await page.advance(2000);
    await settle();
    expect(second.result.current.recording).toMatchObject({ status: "stopped", ending: "already-ended" });
    expect([first, second].map(({ result }) => [result.current.last?.ending, result.current.last?.files])).toEqual([
      ["requested", files],
      ["requested", files],
    ]);
    expect(lastOf(values)).toMatchObject({ ending: "requested", files });
    act(() => first.result.current.forget());
    await settle();
    await settle();
    expect([second.result.current.last, lastOf(values)]).toEqual([null, null]);
  });
});

describe("useLastRecording, of a storage that fails", () => {
  const refuse = () => {
    throw new Error("blocked");
  };

  test("breaks nothing", async () => {
    const { problems } = expectCalm();
    const page = openPage();
    const storage = { get: refuse, set: refuse, remove: () => Promise.reject(new Error("blocked")), subscribe: refuse };
    const { result } = renderHook(() => useLastRecording("a-key", { storage }), { wrapper: page.Provider });
    await settle();
    act(() => result.current.forget());
    await settle();
    expect([result.current.last, problems]).toEqual([null, []]);
  });

  test("keeps the files in the page", async () => {
    const page = openPage();
    const storage = { ...openStorage(), set: refuse };
    const options = roomOptions({ storage, requireStorage: false });
    const look = () => renderHook(() => useLastRecording(options), { wrapper: page.Provider });
    const session = mountSession(page, { requireStorage: false });
    const first = look();
    act(() => void session.result.current.start());
    await page.advance(60_000);
    act(() => void session.result.current.stop());
    await page.advance(2000);
    await settle();
    first.unmount();
    const second = look();
    await settle();
    expect(second.result.current.last?.files).toEqual(session.result.current.files);
  });
});
