import { describe, expect, onTestFinished, test } from "vitest";
import { openInEditor } from "./language-server.ts";

/** Requests as an app writes them. The mouse is on each `/*name*\/`: on what follows it. */
const requests = `
declare const client: ReturnType<typeof createAgoraClient>;
declare const handle: RecordingHandle<"mix">;

void client.recording.acquire({ cname: "room-1", uid: "1", clientRequest: { /*hours*/resourceExpiredHour: 24 } });
void client.recording.start({
  cname: "room-1",
  uid: "1",
  /*resource*/resourceId: "resource-1",
  mode: "mix",
  clientRequest: {
    storageConfig: { vendor: 1, /*region*/region: 0, bucket: "b", accessKey: "a", secretKey: "s" },
    recordingConfig: { channelType: 1, /*idle*/maxIdleTime: 30 },
  },
});
void client.recording.updateLayout(handle, { /*layout*/mixedVideoLayout: 1 });
void client.recording.stop(handle, { /*async*/async_stop: true });
void client.sttAgents.join({ name: "a", /*languages*/languages: ["en-US"], rtcConfig: { channelName: "c", subBotUid: "1", pubBotUid: "2" } });

type RequestOf<S extends StandardSchema<never>> = NonNullable<S["~standard"]["types"]>["input"];
const acquired: RequestOf<typeof recordingAcquire> = { cname: "room-1", uid: "1", clientRequest: { /*checkedHours*/resourceExpiredHour: 24 } };
const started: RequestOf<typeof recordingStart> = { cname: "room-1", uid: "1", resourceId: "r", mode: "mix", clientRequest: { recordingConfig: { channelType: 1, /*checkedIdle*/maxIdleTime: 30 } } };
void [acquired, started];
`;

const sources = `import type { createAgoraClient, RecordingHandle } from "./index.ts";
import type { recordingAcquire, recordingStart, StandardSchema } from "./schemas.ts";`;

describe("an editor shows of a request's field what it is for", () => {
  test("in a call of the client, and in a request that a schema checks", { timeout: 60_000 }, async () => {
    const text = sources + requests;
    const editor = await openInEditor("packages/core/src/requests-of-an-app.ts", text);
    onTestFinished(() => editor.close());
    const at = async (name: string) => {
      const mark = `/*${name}*/`;
      const before = text.slice(0, text.indexOf(mark) + mark.length + 1).split("\n");
      return editor.hover({ line: before.length - 1, character: before.at(-1)?.length ?? 0 });
    };
    expect(await at("hours")).toContain("Hours during which the recording can be controlled");
    expect(await at("resource")).toContain("good for one start within five minutes");
    expect(await at("region")).toContain("The provider's region, by the constants named after it");
    expect(await at("idle")).toContain("Ends the recording after so many seconds without a user");
    expect(await at("layout")).toContain("Default 0, floating");
    expect(await at("async")).toContain("the answer waits for the upload");
    expect(await at("languages")).toContain("Recognised languages, 1 to 4");
    expect(await at("checkedHours")).toContain("Hours during which the recording can be controlled");
    expect(await at("checkedIdle")).toContain("Ends the recording after so many seconds without a user");
  });
});
