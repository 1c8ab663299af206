import { beforeEach, describe, expect, test, vi } from "vitest";
import { AgoraAbortError, createAgoraClient, isAgoraError, type AgoraError } from "../index.ts";
import { explainError } from "../page.ts";
import { room, settle } from "../server/testing/steps.ts";
import { clientRequest, createWorld, type World } from "../server/testing/world.ts";

const offline = () => Promise.reject(new TypeError("offline"));

async function failureOf(world: World, call: Promise<unknown>): Promise<AgoraError> {
  const error = await settle(world, call);
  if (!isAgoraError(error)) throw new Error("It did not fail.");
  return error;
}

// Each test is a page that has loaded no words yet.
beforeEach(() => void vi.resetModules());

/** Long enough for whoever has read the files. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

const freshPage = () => import("../page.ts");

/** What a reader is shown at first, and in the end. */
async function shown(thrown: unknown, locale?: string) {
  const { explanationOf } = await freshPage();
  const store = explanationOf(thrown, locale);
  const first = store.getSnapshot();
  let told = 0;
  const leave = store.subscribe(() => told++);
  // Reading files takes real time.
  await Promise.all([import("./whole-english.ts"), import("../locales/zh-CN.ts"), import("./zh-CN.ts")]);
  await turns();
  leave();
  return { first, last: store.getSnapshot(), told };
}

describe("an error that the proxy has explained", () => {
  test.each([
    ["zh-CN", "没有权限"],
    ["en", "Not allowed"],
  ])("is shown in its own words where the page reads %s, and stays the same object", async (locale, title) => {
    const world = createWorld({ authorize: () => new Response(null, { status: 403 }) });
    const error = await failureOf(world, world.pageClient("alice", { locale }).recording.acquire(room));
    const { first, last, told } = await shown(error, locale);
    expect(first).toMatchObject({ title, docs: explainError(error).docs });
    expect([last, told]).toEqual([first, 0]);
    expect(last).toBe(first);
  });

  test("is translated where the page reads another language, with what is in doubt", async () => {
    const world = createWorld();
    const lease = await world.pageClient("alice").recording.acquire(room);
    const start = (locale: string) => {
      world.fake.fail("recording.start", { kind: "non-json-response", times: 9 });
      const page = world.pageClient("alice", { locale });
      return failureOf(world, page.recording.start({ ...lease, mode: "mix", clientRequest }, { once: true }));
    };
    const [english, chinese] = [await start("en"), await start("zh-CN")];
    expect(english).toMatchObject({ kind: "non-json-response", retry: { outcomeUnknown: true } });
    const [toChinese, toEnglish] = [await shown(english, "zh-CN"), await shown(chinese, "en")];
    expect(toChinese.first).toEqual(toEnglish.last);
    expect(toChinese.last).toEqual(toEnglish.first);
    expect(toChinese.last.action).toContain("请先查询是否已生效");
    expect([toChinese.told, toEnglish.told]).toEqual([1, 1]);
  });

  test("of a kind that this edition does not know keeps its words", async () => {
    const world = createWorld();
    const fetch = async () =>
      Response.json(
        {
          kind: "from-the-future",
          retry: { delays: [] },
          title: "New",
          explanation: "Unheard of.",
          action: "Wait.",
          causes: ["time"],
        },
        { status: 500, headers: { "content-type": "application/vnd.agora-edge.v1+json" } },
      );
    const error = await failureOf(world, world.pageClient("alice", { fetch }).recording.acquire(room));
    expect((await shown(error, "zh-CN")).last).toMatchObject({
      title: "New",
      explanation: "Unheard of.",
      causes: ["time"],
    });
  });
});

describe("an error of the page itself", () => {
  test("gets title and causes, in the words that it has", async () => {
    const world = createWorld();
    const error = await failureOf(world, world.pageClient("alice", { fetch: offline }).recording.acquire(room));
    const { first, last, told } = await shown(error, "en");
    expect(first).toMatchObject({
      title: "Network error",
      explanation: "The connection failed before an answer came.",
    });
    expect(last).toMatchObject({ title: "Connection failed", explanation: first.explanation, action: first.action });
    expect(last.causes).toContain("device offline");
    expect(told).toBe(1);
  });

  test("is Chinese where the page is", async () => {
    const world = createWorld();
    const error = await failureOf(world, world.pageClient("alice", { fetch: offline }).recording.acquire(room));
    const { first, last } = await shown(error, "zh-CN");
    expect(first.explanation).toBe("The connection failed before an answer came.");
    expect(last).toMatchObject({ title: "连接失败", docs: expect.stringContaining("/zh/") });
    expect(last.causes).toContain("设备离线");
  });

  test("names what the checks refuse", async () => {
    const world = createWorld();
    const error = await failureOf(world, world.pageClient("alice").recording.acquire({ cname: "room-1", uid: "x" }));
    expect((await shown(error, "zh-CN")).last).toMatchObject({
      title: "请求无效",
      causes: [expect.stringContaining("uid")],
    });
  });
});

test("errors of the client for servers get titles and another language too", async () => {
  const world = createWorld();
  const agora = createAgoraClient({
    appId: world.fake.appId,
    baseUrl: "https://app.example/api",
    fetch: world.fake.fetch,
  });
  const error = await failureOf(world, agora.recording.query({ ...room, mode: "mix", resourceId: "r", sid: "s" }));
  const [english, chinese] = [await shown(error, "en"), await shown(error, "zh-CN")];
  expect(english.last.title).not.toBe(error.kind);
  expect(english.last.explanation).toBe(english.first.explanation);
  expect(chinese.last.title).toMatch(/\p{Script=Han}/u);
});

test("whoever has left is told nothing, and every other listener is", async () => {
  const error = new AgoraAbortError({ kind: "aborted", text: ["It was cancelled.", "Call again."] });
  const { explanationOf } = await freshPage();
  const store = explanationOf(error, "zh-CN");
  const told: string[] = [];
  const leave = store.subscribe(() => told.push("left"));
  store.subscribe(() => told.push("first"));
  store.subscribe(() => told.push("second"));
  leave();
  await import("./zh-CN.ts");
  await turns();
  expect(told).toEqual(["first", "second"]);
  expect(explanationOf(error, "zh-CN").getSnapshot().title).toBe("已取消");
});

test("an error of another kind is shown by its name and its message", async () => {
  expect((await shown(new TypeError("x is not a function"), "zh-CN")).last).toEqual({
    title: "TypeError",
    explanation: "x is not a function",
    action: "",
    causes: [],
  });
});
