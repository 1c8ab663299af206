import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { createFakeAgora, type FakeAgoraOptions, type FakeStorage, type JoinOptions } from "@agora-edge/msw/fake";
import type { S3Server } from "../../examples/react-app/stage/fake/s3-server.ts";

export interface RecordOptions {
  mode: "mix" | "individual" | "raw" | "web";
  cname?: string;
  avFileType?: readonly ("hls" | "mp4")[];
  streamMode?: "default" | "standard";
  snapshots?: boolean;
  /** By uid. Default: one user, 1001. */
  users?: Readonly<Record<string, JoinOptions>>;
  /** How long is recorded, in ms. Default 40 s. */
  duration?: number;
  /** A server is lost in the middle. */
  failover?: boolean;
  media?: FakeStorage["media"];
  fake?: FakeAgoraOptions;
}

export const fileNamePrefix = ["calls", "monday"];

/** Records with the fake into a bucket, from the start to the last upload. */
export async function record(server: Pick<S3Server, "put" | "bucket">, options: RecordOptions) {
  const { mode, cname = "my_room", duration = 40_000, users = { 1001: {} }, media } = options;
  const put: FakeStorage["put"] = ({ key, body, contentType }) => server.put(key, body, contentType);
  const fake = createFakeAgora({ rateLimit: false, ...options.fake, storage: { put, ...(media && { media }) } });
  const agora = createAgoraClient({
    appId: fake.appId,
    auth: basicAuth(fake.customerId, fake.customerSecret),
    fetch: fake.fetch,
    clock: fake.clock,
  });
  for (const [uid, user] of Object.entries(users)) fake.channel(cname).join(uid, user);
  const resource = await agora.recording.acquire({
    cname,
    uid: "900001",
    clientRequest: { scene: mode === "web" ? 1 : 0 },
  });
  const clientRequest = requestOf(options, server.bucket);
  const recording = await agora.recording.start({ ...resource, mode, clientRequest } as Parameters<
    typeof agora.recording.start
  >[0]);
  await fake.advanceAsync(duration / 2);
  if (options.failover) {
    fake.failover(recording.sid, { seconds: 10 });
    await fake.advanceAsync(20_000);
  }
  await fake.advanceAsync(duration / 2);
  const { files } = await agora.recording.stop(recording);
  return {
    fake,
    agora,
    recording,
    sid: recording.sid,
    cname,
    files,
    fileNamePrefix,
  };
}

function requestOf({ mode, avFileType, streamMode, snapshots }: RecordOptions, bucket: string): object {
  const storageConfig = { vendor: 1, region: 0, bucket, accessKey: "write", secretKey: "only", fileNamePrefix };
  const recordingFileConfig =
    avFileType || snapshots ? { recordingFileConfig: { avFileType: avFileType ?? ["hls"] } } : {};
  if (mode === "web") {
    const page = {
      url: "https://page.example",
      audioProfile: 0,
      videoWidth: 640,
      videoHeight: 360,
      maxRecordingHour: 1,
    };
    const extensionServices = [{ serviceName: "web_recorder_service", serviceParam: page }];
    return { storageConfig, ...recordingFileConfig, extensionServiceConfig: { extensionServices } };
  }
  const recordingConfig = {
    channelType: 0,
    ...(mode === "individual" ? { subscribeUidGroup: 0 } : {}),
    ...(streamMode ? { streamMode } : {}),
  };
  const snapshotConfig = snapshots ? { snapshotConfig: { captureInterval: 10, fileType: ["jpg"] } } : {};
  return { storageConfig, recordingConfig, ...recordingFileConfig, ...snapshotConfig };
}
