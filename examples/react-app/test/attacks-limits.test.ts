import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { paths, scriptOf } from "./support/script.ts";
import { startWorkerStage, type WorkerStage } from "./support/worker.ts";

let stage: WorkerStage;
let script: ReturnType<typeof scriptOf>;
let asked = 0;

beforeAll(async () => {
  stage = await startWorkerStage();
  script = scriptOf(stage);
});
afterAll(() => stage.close());
beforeEach(() => void (asked = stage.fake.requestCount));

/** What has reached Agora since the test began. */
const sent = () => stage.fake.requestCount - asked;

const cname = "demo-room";

const refused = { status: 403, sent: 0 };

const pageOf = (url: string, more: object = {}, ...others: readonly object[]) => {
  const size = { audioProfile: 0, videoWidth: 1280, videoHeight: 720, maxRecordingHour: 1 };
  const recorder = { serviceName: "web_recorder_service", serviceParam: { url, ...size, ...more } };
  return { extensionServiceConfig: { extensionServices: [recorder, ...others] } };
};
const outputs = [{ rtmpUrl: "rtmp://evil.example/1" }];
const push = { serviceName: "rtmp_publish_service", serviceParam: { outputs } };
const visit = (url: string, { start } = script) => start("web", pageOf(url));

describe("pages that may be recorded", () => {
  test.each(["", ",", " , ", "example.com,"])(
    "WEB_HOSTS %j lets in no other host",
    { timeout: 20_000 },
    async (hosts) => {
      const own = await startWorkerStage({ WEB_HOSTS: hosts });
      onTestFinished(() => own.close());
      for (const url of ["https://evil.com./", "https://com./", "https://evil.com/", "https://example.com.evil.com/"]) {
        expect(await visit(url, scriptOf(own))).toMatchObject(refused);
      }
    },
  );

  test("a WEB_HOSTS with blanks and capitals is understood", async () => {
    const own = await startWorkerStage({ WEB_HOSTS: " Example.COM. , example.org" });
    onTestFinished(() => own.close());
    expect(await visit("https://a.example.com/", scriptOf(own))).toMatchObject({ status: 200 });
  });

  test.each([
    ["a host that ends so", "https://evilexample.com/"],
    ["a host that begins so", "https://example.com.evil.com/"],
    ["a user that looks like the host", "https://example.com@evil.com/"],
    ["a user", "https://me:pass@example.com/"],
    ["a backslash, which readers take differently", "https://example.com\\@evil.com/"],
    ["a tab in the host", "https://exam\tple.com/"],
    ["a line break before it", "\nhttps://example.com/"],
    ["three slashes", "https:///example.com/"],
    ["an escape in the host", "https://ex%61mple.com/"],
    ["wide letters", "https://ｅxample.com/"],
    ["a letter that looks the same", "https://ex\u0430mple.com/"],
    ["another port", "https://example.com:8443/"],
    ["no TLS", "http://example.com/"],
    ["another protocol", "file://example.com/etc/passwd"],
    ["an IP address", "https://169.254.169.254/"],
    ["an IP address of version 6", "https://[::1]/"],
  ])("an address with %s is refused", async (_, url) => {
    expect(await visit(url)).toMatchObject({ ...refused, reason: "This page may not be recorded." });
  });

  test.each(["https://EXAMPLE.com./1", "https://board.example.com:443/?to=@evil.com"])(
    "%s is recorded",
    async (url) => {
      expect(await visit(url)).toMatchObject({ status: 200 });
    },
  );
});

describe("how long, and what else costs money", () => {
  test.each([720, 25, 0, -1, "720", [720], true, null])("%j hours of a page are refused", async (maxRecordingHour) => {
    const page = pageOf("https://example.com/", { maxRecordingHour });
    expect(await script.start("web", page)).toMatchObject(refused);
  });

  test.each([2_592_000, 301, 0, -1, "60", [60]])(
    "%j seconds with nobody in the channel are refused",
    async (maxIdleTime) => {
      expect(await script.start("mix", { recordingConfig: { channelType: 0, maxIdleTime } })).toMatchObject(refused);
      const body = {
        name: cname,
        languages: ["en-US"],
        maxIdleTime,
        rtcConfig: { channelName: cname, pubBotUid: "47091" },
      };
      const before = sent();
      expect(await script.post(script.addressOf(paths.join), body)).toMatchObject({ status: 403 });
      expect(sent()).toBe(before);
    },
  );

  test.each<[name: string, clientRequest: object]>([
    ["a push beside a page", pageOf("https://example.com/", {}, push)],
    ["a push instead of a page", { extensionServiceConfig: { extensionServices: [push] } }],
    ["no page at all", {}],
    ["an empty list of pages", { extensionServiceConfig: { extensionServices: [] } }],
  ])("%s is refused", async (_, clientRequest) => {
    expect(await script.start("web", clientRequest)).toMatchObject(refused);
  });

  test("a push in the parameters of a page is refused by the proxy itself", async () => {
    const page = pageOf("https://example.com/", { outputs });
    expect(await script.start("web", page)).toMatchObject({ status: 400, sent: 0 });
  });

  test("a page under the name of a mix is refused, and a push of what runs", async () => {
    expect(await script.start("mix", pageOf("https://example.com/"))).toMatchObject(refused);
    const before = sent();
    const clientRequest = { rtmpPublishConfig: { outputs } };
    expect(await script.post(script.addressOf(paths.update), { cname, uid: "900001", clientRequest })).toMatchObject({
      status: 403,
    });
    expect(sent()).toBe(before);
  });

  test.each([{ resourceExpiredHour: 720 }, { resourceExpiredHour: "720" }, { startParameter: {} }])(
    "acquire with %j is refused",
    async (request) => {
      expect(
        await script.post(script.addressOf(paths.acquire), { cname, uid: "900001", clientRequest: request }),
      ).toMatchObject({ status: 403 });
      expect(sent()).toBe(0);
    },
  );

  test("the list of all agents is not offered", async () => {
    const answer = await stage.send(`${script.addressOf(paths.agents)}?channel=${cname}`, {
      headers: { cookie: stage.cookie, "sec-fetch-site": "same-origin" },
    });
    expect([answer.status, sent()]).toEqual([403, 0]);
    expect(await answer.text()).toContain("does not offer this operation");
  });
});
