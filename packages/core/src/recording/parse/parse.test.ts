import { describe, expect, test } from "vitest";
import { handle, json, stubService } from "../../testing/service.ts";

const at = 1_750_000_000_123;
const query = async (serverResponse: unknown, extra: object = {}) => {
  const { recording } = stubService([json(200, { ...extra, serverResponse })]);
  return recording.query(handle);
};
const stop = async (serverResponse: unknown, request?: { async_stop: boolean }) => {
  const { recording } = stubService([json(200, { serverResponse })]);
  return recording.stop(handle, request);
};

describe("files", () => {
  test("a single name (composite, HLS)", async () => {
    const result = await query({ status: 5, fileListMode: "string", fileList: "sid_room.m3u8", sliceStartTime: at });
    expect(result.files).toEqual([{ fileName: "sid_room.m3u8" }]);
    expect(result.serverResponse).toMatchObject({ fileListMode: "string", sliceStartTime: at });
  });

  test("entries (individual, composite with MP4), with what the entry says and no more", async () => {
    const entry = { fileName: "a.m3u8", trackType: "audio", uid: "1001", mixedAllUser: false, isPlayable: true };
    const result = await query({
      status: 5,
      fileListMode: "json",
      fileList: [{ ...entry, sliceStartTime: at }, { fileName: "b.mp4" }],
    });
    expect(result.files).toEqual([{ ...entry, sliceStartTime: at }, { fileName: "b.mp4" }]);
  });

  test("web page recording keeps them in a payload, with a small n", async () => {
    const fileList = [
      { filename: "p.m3u8", sliceStartTime: at },
      { filename: "p_0.mp4", sliceStartTime: at },
    ];
    for (const key of ["payload", "playload"]) {
      const state = { serviceName: "web_recorder_service", [key]: { state: "inProgress", onhold: false, fileList } };
      const result = await query({ status: 5, extensionServiceState: [state] });
      expect(result.files).toEqual([
        { fileName: "p.m3u8", sliceStartTime: at },
        { fileName: "p_0.mp4", sliceStartTime: at },
      ]);
    }
  });

  test.each([
    ["seconds", 1_750_000_000, 1_750_000_000_000],
    ["milliseconds", at, at],
    ["digits in a string", String(at), at],
    ["nonsense", "soon", undefined],
    ["zero", 0, undefined],
  ])("the start of a slice is milliseconds: %s", async (_, sliceStartTime, expected) => {
    const { files } = await query({ status: 5, fileList: [{ fileName: "a", sliceStartTime }] });
    expect(files[0]?.sliceStartTime).toBe(expected);
  });

  test.each([[undefined], [""], [[]], [null], [42], [[null, 1, {}, { fileName: "" }]]])(
    "nothing before the first slice: %j",
    async (fileList) => {
      expect((await query({ status: 4, fileList })).files).toEqual([]);
    },
  );
});

describe("state", () => {
  test.each([
    [0, "not-started"],
    [1, "initialized"],
    [2, "starting"],
    [3, "partly-ready"],
    [4, "ready"],
    [5, "in-progress"],
    [6, "stopping"],
    [7, "stopped"],
    [8, "exited"],
    [20, "exited-abnormally"],
    [99, 99],
    ["5", "in-progress"],
  ])("%s is %s", async (status, state) => {
    expect((await query({ status })).state).toBe(state);
  });

  test("where only services work on the channel, the recorder among them says it", async () => {
    const result = await query({
      subServiceStatus: { recordingService: "serviceInProgress" },
      extensionServiceState: [
        {
          serviceName: "aliyun_voice_async_scan",
          streamState: [{ uid: "0", streamType: "audio", status: "inProgress" }],
        },
      ],
    });
    expect(result).toMatchObject({ state: "in-progress", files: [], upload: null });
    expect(result.services).toEqual({ recordingService: "in-progress", aliyun_voice_async_scan: "in-progress" });
    expect(result.serverResponse.extensionServiceState?.[0]?.streamState?.[0]?.status).toBe("inProgress");
  });

  test.each([
    ["serviceIdle", "idle", "not-started"],
    ["serviceStarted", "started", "starting"],
    ["serviceReady", "ready", "ready"],
    ["serviceInProgress", "in-progress", "in-progress"],
    ["serviceCompleted", "completed", null],
    ["servicePartialCompleted", "partial-completed", null],
    ["serviceValidationFailed", "validation-failed", null],
    ["serviceAbnormal", "abnormal", null],
    ["serviceOfTomorrow", "of-tomorrow", null],
  ])("without a status %s is %s, and the recording %s", async (word, service, state) => {
    const result = await query({ subServiceStatus: { recordingService: word } });
    expect(result).toMatchObject({ services: { recordingService: service }, state });
    expect(result.serverResponse).not.toHaveProperty("status");
  });

  test("what a status says goes before what the services say", async () => {
    const extensionServiceState = [{ serviceName: "web_recorder_service", payload: { state: "exit" } }];
    expect(await query({ status: 5, extensionServiceState })).toMatchObject({
      state: "in-progress",
      services: { web_recorder_service: "exit" },
    });
    expect(await query({ extensionServiceState })).toMatchObject({ state: "exited" });
  });

  test.each([
    [[{ status: "inProgress" }, { status: "exit" }], {}],
    [[], {}],
    ["busy", {}],
    [[null, 7], {}],
  ])("streams that do not agree, or say nothing, are no state: %j", async (streamState, services) => {
    const result = await query({
      extensionServiceState: [{ serviceName: "scan", streamState }, { streamState }, null],
    });
    expect(result).toMatchObject({ state: null, services });
  });

  test("an answer that says nothing is not what the service documents", async () => {
    for (const body of [{}, { serverResponse: {} }, { serverResponse: "busy" }]) {
      const { recording } = stubService([json(200, body)]);
      await expect(recording.query(handle)).rejects.toMatchObject({ kind: "unexpected-response", status: 200 });
    }
  });
});

describe("upload", () => {
  test.each([
    ["uploaded", "uploaded"],
    ["backuped", "backuped"],
    ["unknown", "unknown"],
    ["unknow", "unknown"],
    ["stranded", "stranded"],
    ["something new", "unknown"],
  ])("%s is %s, in composite and in web mode", async (word, upload) => {
    expect((await stop({ uploadingStatus: word })).upload).toBe(upload);
    const state = { serviceName: "upload_service", payload: { uploadingStatus: word } };
    expect((await stop({ extensionServiceState: [state] })).upload).toBe(upload);
  });

  test("without a word it is pending after an asynchronous stop, and not asked for by query", async () => {
    expect((await stop({}, { async_stop: true })).upload).toBe("pending");
    expect((await stop({})).upload).toBe("unknown");
    expect((await stop(undefined)).files).toEqual([]);
    expect((await query({ status: 5 })).upload).toBeNull();
  });
});

describe("what comes along", () => {
  test("the wire body is kept, a code in a success means nothing, and a missing echo is filled in", async () => {
    const result = await query(
      { status: 5, subServiceStatus: { recordingService: "serviceInProgress" } },
      { code: 200 },
    );
    expect(result).toMatchObject({
      cname: "room-1",
      uid: "900001",
      resourceId: handle.resourceId,
      sid: "sid1",
      code: 200,
      serverResponse: { subServiceStatus: { recordingService: "serviceInProgress" } },
    });
  });
});
