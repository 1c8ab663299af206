import { explainError } from "@agora-edge/core";
import { describe, expect, test } from "vitest";
import { clientRequest, count, createWorld, settle, describeDirect } from "./setup.ts";

describeDirect("S15 spelling", () => {
  const individual = (recordingConfig: object) =>
    ({
      mode: "individual",
      // As it comes from JSON, where no type looks at it.
      clientRequest: {
        ...clientRequest,
        recordingConfig: { channelType: 1, subscribeUidGroup: 0, ...recordingConfig },
      },
    }) as never;

  test("of unSubscribeAudioUids goes over the wire as it is documented", async () => {
    const { fake, newSession } = createWorld();
    const session = newSession(individual({ unSubscribeAudioUids: ["1001"], anythingNew: true }));
    await settle(fake, session.start());
    const start = fake.requests.find(({ operation }) => operation === "recording.start");
    expect(start?.body).toMatchObject({
      clientRequest: { recordingConfig: { unSubscribeAudioUids: ["1001"], anythingNew: true } },
    });
    expect(fake.recordings).toHaveLength(1);
  });

  test("that nearly matches is refused before start, with the right one", async () => {
    const { fake, newSession } = createWorld();
    const session = newSession(individual({ unsubscribeAudioUids: ["1001"] }));
    const error = await settle(fake, session.start());
    expect(error).toMatchObject({ kind: "invalid-request" });
    expect(explainError(error).causes.join()).toContain("unSubscribeAudioUids");
    expect(count(fake, "recording.start")).toBe(0);
    // Nothing was sent, so nothing is in doubt.
    expect(session.getSnapshot()).toMatchObject({ unsettled: null, isActive: false });
  });
});

describe("S16 what is no JSON", () => {
  test.each([
    ["a page with 502", { status: 502, body: "<html><h1>Bad Gateway</h1></html>" }],
    ["an empty body with 500", { status: 500, body: "" }],
  ])("%s on a start is repeated, and shown as it was when it stays", async (_, fault) => {
    const { fake, newSession } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession();
    fake.fail("recording.start", { ...fault, times: 1 });
    expect(await settle(fake, session.start(), 10_000)).toMatchObject({ uid: "900001" });
    expect(count(fake, "recording.start")).toBe(2);

    const other = newSession({ cname: "room-2" });
    fake.fail("recording.start", { ...fault, times: 9 });
    const error = await settle(fake, other.start(), 60_000);
    expect(error).toMatchObject({ kind: "non-json-response", status: fault.status });
    expect(explainError(error).title).not.toBe("");
    // It may have started something.
    expect(other.getSnapshot()).toMatchObject({ status: "failed", unsettled: { cname: "room-2" } });
  });

  test("on a check, it is no proof of an end", async () => {
    const { fake, newSession } = createWorld();
    fake.channel("room-1").join("1001");
    const session = newSession();
    await settle(fake, session.start(), 12_000);
    fake.fail("recording.query", { status: 502, body: "<html>Bad Gateway</html>" });
    expect(await settle(fake, session.query())).toMatchObject({ status: "recovering", isActive: true, error: null });
    await fake.advanceAsync(10_000);
    expect(session.getSnapshot().status).toBe("recording");
  });
});
