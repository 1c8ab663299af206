import { expect, onTestFinished, test, vi } from "vitest";
import { readJson } from "../../server.ts";

const post = (body: BodyInit, type = "application/json") =>
  new Request("https://app.example/", {
    method: "POST",
    headers: { "content-type": type },
    body,
    duplex: "half",
  } as RequestInit);

const statusOf = (request: Request, options?: { maxBodySize: number }) =>
  readJson(request, options).then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown),
  );

/** A body whose size nobody says beforehand. It never ends. */
const endless = () =>
  new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(1000).fill(32)),
  });

test("reads JSON", async () => {
  expect(await readJson(post('{"uid":"900001"}'))).toEqual({ uid: "900001" });
  expect(await readJson(post("null", "application/json; charset=utf-8"))).toBeNull();
});

test.each<[name: string, status: number, request: () => Request]>([
  ["text that holds JSON", 415, () => post("{}", "text/plain")],
  ["a form", 415, () => post("{}", "application/x-www-form-urlencoded")],
  ["a type that only begins so", 415, () => post("{}", "application/jsonp")],
  ["a body that is not JSON", 400, () => post("{")],
  ["nothing", 400, () => post("")],
  ["more than 64 KiB", 413, () => post(`"${"x".repeat(65_536)}"`)],
  ["what never ends", 413, () => post(endless())],
])("refuses %s: %i", async (_, status, request) => {
  expect(await statusOf(request())).toBe(status);
});

test("takes as much as it is told to", async () => {
  expect(await statusOf(post('"1234"'), { maxBodySize: 6 })).toBe(200);
  expect(await statusOf(post('"12345"'), { maxBodySize: 6 })).toBe(413);
});

test("waits ten seconds for a body that does not come, and no longer", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let status: unknown;
  void statusOf(post(new ReadableStream())).then((outcome) => (status = outcome));
  await vi.advanceTimersByTimeAsync(9_999);
  expect(status).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(status).toBe(408);
});
