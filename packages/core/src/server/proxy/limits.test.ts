import { describe, expect, test } from "vitest";
import { type CallLimits, createLimits, type ProxyCall } from "../../server.ts";

const limits = {
  modes: ["mix", "web"],
  recorderUids: ["900001", "900003"],
  botUids: ["47091", "47092"],
  pageHosts: ["example.com", "board.example.org"],
} as const satisfies CallLimits;

/** Why a call is beyond the limits; "passes" when it is not. */
function outcome(call: Partial<ProxyCall>, given: CallLimits = limits): string {
  const whole = {
    operation: "recording.start",
    cname: "room",
    uid: "900001",
    mode: undefined,
    handle: undefined,
    body: {},
  };
  return createLimits(given)({ ...whole, ...call } as ProxyCall) ?? "passes";
}

const acquire = (uid: unknown, clientRequest: object = {}, given?: CallLimits) =>
  outcome(
    { operation: "recording.acquire", uid: typeof uid === "string" ? uid : undefined, body: { clientRequest } },
    given,
  );
const start = (mode: string, clientRequest: object, given?: CallLimits) =>
  outcome({ mode, body: { clientRequest } }, given);
const pageOf = (serviceParam: object, serviceName = "web_recorder_service") => ({
  extensionServiceConfig: { extensionServices: [{ serviceName, serviceParam }] },
});
const visit = (url: unknown, given?: CallLimits) => start("web", pageOf({ url, maxRecordingHour: 1 }), given);
const join = (body: object, given?: CallLimits) =>
  outcome({ operation: "sttAgents.join", body: { rtcConfig: { pubBotUid: "47091" }, ...body } }, given);

const pageRefused = "This page may not be recorded.";

describe("what is offered", () => {
  test("passes within the limits", () => {
    expect(acquire("900001", { resourceExpiredHour: 24 })).toBe("passes");
    expect(start("mix", { recordingConfig: { channelType: 0, maxIdleTime: 300 } })).toBe("passes");
    expect(start("mix", { recordingConfig: { channelType: 0 } })).toBe("passes");
    expect(visit("https://example.com/stage?room=1#a")).toBe("passes");
    expect(join({ maxIdleTime: 60 })).toBe("passes");
    expect(join({ rtcConfig: { pubBotUid: "47091", subBotUid: "47092" } })).toBe("passes");
    expect(outcome({ operation: "recording.query", mode: "mix", uid: "7" })).toBe("passes");
    expect(outcome({ operation: "sttTasks.acquire", body: { instanceId: "room" } })).toBe("passes");
  });

  test("is nothing by default", () => {
    expect(acquire("900001", {}, {})).toBe("Recorders have uids of their own.");
    expect(start("mix", {}, {})).toBe("This mode is not offered.");
    expect(join({}, {})).toBe("Bots have uids of their own.");
    expect(visit("https://example.com/", { ...limits, pageHosts: undefined })).toBe(pageRefused);
  });

  test.each(["individual", "MIX", "raw", ""])("refuses the mode %j", (mode) => {
    expect(start(mode, {})).toBe("This mode is not offered.");
  });

  test.each(["1001", "", "0900001", " 900001", "90000", 900_001, undefined])("refuses the recorder %j", (uid) => {
    expect(acquire(uid)).toBe("Recorders have uids of their own.");
  });

  test.each<[name: string, rtcConfig: object]>([
    ["somebody in the channel", { pubBotUid: "1001" }],
    ["somebody in the channel who listens", { pubBotUid: "47091", subBotUid: "1001" }],
    ["one bot twice", { pubBotUid: "47091", subBotUid: "47091" }],
    ["a number", { pubBotUid: 47_091 }],
    ["nobody", {}],
  ])("refuses %s as a bot", (_, rtcConfig) => {
    expect(join({ rtcConfig })).toBe("Bots have uids of their own.");
    expect(outcome({ operation: "sttTasks.start", body: { rtcConfig } })).toBe("Bots have uids of their own.");
  });

  test("refuses the beta, whose bots stand elsewhere", () => {
    expect(outcome({ operation: "sttTasks.start", body: { audio: {} } })).toMatch(/beta/);
  });

  test("refuses starts in advance and pushes", () => {
    expect(acquire("900001", { startParameter: {} })).toMatch(/when it starts/);
    const push = { rtmpPublishConfig: { outputs: [{ rtmpUrl: "rtmp://evil.example" }] } };
    expect(outcome({ operation: "recording.update", body: { clientRequest: push } })).toMatch(/not pushed/);
    const outputs = pageOf({ url: "https://example.com/", maxRecordingHour: 1, outputs: [] });
    expect(start("web", outputs)).toMatch(/nothing else/);
    expect(start("web", pageOf({ outputs: [] }, "rtmp_publish_service"))).toMatch(/nothing else/);
    expect(start("mix", pageOf({ url: "https://example.com/", maxRecordingHour: 1 }))).toMatch(/in mode web/);
    expect(start("web", {})).not.toBe("passes");
  });
});

describe("how long", () => {
  const numbers = [301, 2_592_000, 0, -1, "60", [60], {}, true, Number.NaN];

  test.each(numbers)("refuses %j seconds with nobody there", (maxIdleTime) => {
    expect(start("mix", { recordingConfig: { maxIdleTime } })).toMatch(/300 seconds/);
    expect(join({ maxIdleTime })).toMatch(/300 seconds/);
  });

  test.each([25, 720, 0, -1, "1", [1], {}, undefined, null])("refuses %j hours of a page", (maxRecordingHour) => {
    expect(start("web", pageOf({ url: "https://example.com/", maxRecordingHour }))).toMatch(/24 hours/);
  });

  test.each([25, 720, "1", [1], {}])("refuses %j hours of a resource", (resourceExpiredHour) => {
    expect(acquire("900001", { resourceExpiredHour })).toMatch(/24 hours/);
    expect(outcome({ operation: "sttTasks.acquire", body: { resourceExpiredHour } })).toMatch(/24 hours/);
  });

  test("takes what is left out, or null, for Agora's own default", () => {
    expect(start("mix", { recordingConfig: { maxIdleTime: null } })).toBe("passes");
    expect(start("mix", {}, { ...limits, maxIdleTime: 20 })).toMatch(/20 seconds/);
  });
});

describe("pages", () => {
  test.each([
    "https://example.com",
    "https://EXAMPLE.com/",
    "https://example.com./",
    "https://example.com:443/",
    "https://a.b.example.com/?q=@evil.com",
    "https://board.example.org/1",
  ])("%s may be recorded", (url) => expect(visit(url)).toBe("passes"));

  test.each([
    ["of another host", "https://evil.com/"],
    ["of a host above", "https://example.org/"],
    ["of a host that ends so", "https://evilexample.com/"],
    ["of a host that begins so", "https://example.com.evil.com/"],
    ["with two dots at its end", "https://example.com../"],
    ["without TLS", "http://example.com/"],
    ["of another protocol", "file://example.com/etc/passwd"],
    ["of a script", "javascript://example.com/%0aalert(1)"],
    ["at another port", "https://example.com:8443/"],
    ["with a user", "https://me@example.com/"],
    ["with a user that looks like the host", "https://example.com@evil.com/"],
    ["with a password", "https://example.com:x@evil.com/"],
    ["with a backslash, which readers take differently", "https://example.com\\@evil.com/"],
    ["with another one", "https://evil.com\\.example.com/"],
    ["with a tab in its host", "https://exam\tple.com/"],
    ["with a line break before it", "\nhttps://example.com/"],
    ["with one slash", "https:/example.com/"],
    ["with three", "https:///example.com/"],
    ["with an escape in its host", "https://ex%61mple.com/"],
    ["in wide letters", "https://ｅxample.com/"],
    ["with the sign for kelvin", "https://boo\u212A.example.com/"],
    ["with a letter that looks the same", "https://ex\u0430mple.com/"],
    ["by an IP address", "https://127.0.0.1/"],
    ["by an IP address in one number", "https://2130706433/"],
    ["by an IP address of version 6", "https://[::1]/"],
    ["of the machine itself", "https://localhost/"],
    ["that is none", "example.com"],
    ["that is a list", ["https://example.com/"]],
    ["that is left out", undefined],
  ])("one %s may not", (_, url) => expect(visit(url)).toBe(pageRefused));

  test.each([[""], [" "], ["", "example.com", ""]])("empty hosts are none: %j", (...pageHosts: string[]) => {
    for (const url of ["https://evil.com./", "https://evil.com/", "https://com./"]) {
      expect(visit(url, { ...limits, pageHosts })).toBe(pageRefused);
    }
  });

  test.each(["Example.COM", " example.com ", "example.com."])("the host %j is example.com", (host) => {
    expect(visit("https://a.example.com/", { ...limits, pageHosts: [host] })).toBe("passes");
  });

  test("takes a host in another script for its name in ASCII", () => {
    const given = { ...limits, pageHosts: ["bücher.example"] };
    expect(visit("https://xn--bcher-kva.example/", given)).toBe("passes");
    expect(visit(new URL("https://bücher.example/").href, given)).toBe("passes");
  });
});

describe("set-up", () => {
  test.each([
    "com",
    "*.example.com",
    "https://example.com",
    "example.com/path",
    "example.com:8443",
    "10.0.0.1",
    "[::1]",
    ".",
    "a b.c",
  ])("refuses the host %j", (host) => {
    const attempt = () => createLimits({ pageHosts: ["example.org", host] });
    expect(attempt).toThrow(expect.objectContaining({ kind: "invalid-config" }));
    expect(attempt).toThrow(/pageHosts\[1\]/);
  });

  test.each([
    ["maxIdleTime", Number.NaN],
    ["maxHours", 0],
    ["recorderUids", "900001"],
    ["pageHosts", "example.com"],
  ])("refuses %s: %j", (name, value) => {
    expect(() => createLimits({ [name]: value })).toThrow(new RegExp(name));
  });
});
