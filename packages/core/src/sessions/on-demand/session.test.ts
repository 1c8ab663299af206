import { expect, test, vi } from "vitest";
import type { RecordingHandle } from "../../recording/types/handle.ts";
import { createRecordingSession, type RecordingSession } from "../recording-session.ts";
import { createMemoryStorage } from "../storage.ts";
import type { SessionStorage } from "../session-storage.ts";
import { createPageClient } from "../../page/client.ts";
import { finishedType } from "../../page/finished.ts";
import { createSessionOnDemand } from "./session.ts";

const target = { cname: "room-1", uid: "900001", mode: "mix" } as const;
const key = "one";
const handle = { appId: "app", ...target, resourceId: "resource", sid: "sid", startedAt: 1 } as RecordingHandle;
const record = JSON.stringify({
  version: 2,
  service: "recording",
  runs: [{ id: "resource", handle, confirmed: true }],
});

/** A page whose proxy answers every acquire, start and query. */
function createPage({
  storage,
  restore,
  failures = 0,
}: { storage?: SessionStorage; restore?: object; failures?: number } = {}) {
  const sent: string[] = [];
  const client = createPageClient({
    appId: "app",
    baseUrl: "https://app.example/agora",
    fetch: async (input) => {
      const action = /\w+$/.exec(new Request(input).url)?.[0] ?? "";
      sent.push(action);
      const lease = { cname: "room-1", uid: "900001", resourceId: "resource", acquiredAt: 0, expiresAt: 300_000 };
      const state = { state: "in-progress", files: [], upload: null, serverResponse: {} };
      const result = action === "acquire" ? lease : action === "query" ? state : handle;
      return new Response(JSON.stringify(result), { headers: { "content-type": finishedType } });
    },
  });
  const wakers = new Set<() => void>();
  const wake = {
    isVisible: () => true,
    isOnline: () => true,
    subscribe: (listener: () => void) => {
      wakers.add(listener);
      return () => wakers.delete(listener);
    },
  };
  const options = { ...target, key, clientRequest: {}, storage, restore, wake, monitor: false } as const;
  const code = vi.fn(async () => {
    if (code.mock.calls.length <= failures) throw new TypeError("The chunk is gone.");
    return () => createRecordingSession(client, options);
  });
  const { session } = createSessionOnDemand<"recording", RecordingSession>({
    client,
    appId: "app",
    service: "recording",
    key,
    target,
    options,
    status: "acquiring",
    code,
  });
  return { session, code, sent, wakers };
}

test("loads nothing while there is nothing to do", async () => {
  const { session, code } = createPage({ storage: createMemoryStorage() });
  session.subscribe(() => {})();
  expect(session.getSnapshot()).toMatchObject({ status: "idle", isRestoring: false });
  expect(session.isDisposable()).toBe(true);
  session.reset();
  session.clearError();
  session.dispose();
  expect(code).not.toHaveBeenCalled();
});

test("shows a start at once, makes one of two, and renders nothing for the code", async () => {
  const { session, code, sent } = createPage();
  const seen: string[] = [];
  session.subscribe(() => seen.push(session.getSnapshot().status));
  const both = [session.start(), session.start()];
  expect(session.getSnapshot()).toMatchObject({ status: "acquiring", isPending: true });
  expect(session.isDisposable()).toBe(false);
  expect(() => session.reset()).toThrow("under way");
  const [first, second] = await Promise.all(both);
  expect(second).toEqual(first);
  expect(code).toHaveBeenCalledTimes(1);
  expect(sent).toEqual(["acquire", "start"]);
  expect(seen).toEqual(["acquiring", "starting", "starting"]);
  session.dispose();
});

test("takes up what storage names, without a command", async () => {
  const storage = createMemoryStorage();
  await storage.set(key, record);
  const { session } = createPage({ storage });
  expect(session.getSnapshot()).toMatchObject({ status: "idle", isRestoring: true });
  await vi.waitFor(() => expect(session.getSnapshot()).toMatchObject({ status: "recording", handle: { sid: "sid" } }));
  session.dispose();
});

test("takes up what another tab has started", async () => {
  let tell = () => {};
  const storage = {
    ...createMemoryStorage(),
    subscribe: (_: string, listener: () => void) => ((tell = listener), () => {}),
  };
  const { session, code } = createPage({ storage });
  session.subscribe(() => {});
  tell();
  expect(code).not.toHaveBeenCalled();
  await storage.set(key, record);
  tell();
  await vi.waitFor(() => expect(session.getSnapshot().status).toBe("recording"));
  session.dispose();
});

test("asks the session where storage does not answer at once, or fails", async () => {
  const later = createPage({ storage: { get: async () => null, set: () => {}, remove: () => {} } });
  expect(later.session.getSnapshot().isRestoring).toBe(true);
  await vi.waitFor(() => expect(later.session.getSnapshot().isRestoring).toBe(false));
  const broken = createPage({
    storage: {
      get: () => {
        throw new Error("Blocked.");
      },
      set: () => {},
      remove: () => {},
    },
  });
  await expect(broken.session.start()).rejects.toMatchObject({ kind: "storage-failed" });
});

test("a code that does not come is asked for again; then the start fails, and the next one asks anew", async () => {
  vi.useFakeTimers();
  try {
    const { session, code, sent } = createPage({ failures: 3 });
    const start = session.start().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await start).toMatchObject({ kind: "network-error", retry: { outcomeUnknown: false } });
    expect(session.getSnapshot()).toMatchObject({
      status: "failed",
      error: { kind: "network-error" },
      isPending: false,
    });
    expect(sent).toEqual([]);
    expect(await session.start()).toMatchObject({ sid: "sid" });
    expect(code).toHaveBeenCalledTimes(4);
    session.dispose();
  } finally {
    vi.useRealTimers();
  }
});

test("an error that was seen goes away", async () => {
  vi.useFakeTimers();
  try {
    const { session } = createPage({ failures: 3 });
    session.start().catch(() => {});
    await vi.advanceTimersByTimeAsync(4000);
    session.clearError();
    expect(session.getSnapshot()).toMatchObject({ status: "idle", error: null });
  } finally {
    vi.useRealTimers();
  }
});

test("what storage names is taken up when the network is back", async () => {
  vi.useFakeTimers();
  try {
    const storage = createMemoryStorage();
    await storage.set(key, record);
    const { session, wakers } = createPage({ storage, failures: 3 });
    await vi.advanceTimersByTimeAsync(4000);
    expect(session.getSnapshot()).toMatchObject({ isRestoring: true, error: { kind: "network-error" } });
    expect(session.isDisposable()).toBe(false);
    for (const wake of wakers) wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(session.getSnapshot()).toMatchObject({ handle: { sid: "sid" }, error: null });
    session.dispose();
  } finally {
    vi.useRealTimers();
  }
});

test("disposed of before its code came, it sends nothing", async () => {
  const { session, sent } = createPage();
  const start = session.start();
  session.dispose();
  await expect(start).rejects.toMatchObject({ kind: "aborted" });
  await expect(session.start()).rejects.toMatchObject({ kind: "invalid-state" });
  expect(sent).toEqual([]);
});

test("its JSON is that of a session that holds nothing", async () => {
  const { session } = createPage();
  const next = createPage({ restore: JSON.parse(JSON.stringify(session.toJSON())) });
  expect(next.session.getSnapshot().isRestoring).toBe(true);
  await vi.waitFor(() => expect(next.session.getSnapshot()).toMatchObject({ status: "idle", isRestoring: false }));
});

test("what it cannot go on from is an error", async () => {
  const { session } = createPage({ restore: { version: 2, service: "sttAgents" } });
  await vi.waitFor(() =>
    expect(session.getSnapshot()).toMatchObject({ status: "failed", error: { kind: "invalid-state" } }),
  );
});
