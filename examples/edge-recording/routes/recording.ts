import {
  AmazonS3Region,
  StorageVendor,
  type RecordingHandle,
  type RecordingResource,
  type StorageConfig,
} from "@agora-edge/core";
import type { Env } from "../client.ts";
import type { Routes } from "./routes.ts";

interface LayoutChange {
  handle: RecordingHandle<"mix">;
  layout: { mixedVideoLayout: 0 | 1 | 2 };
}

/** Where the files go. The keys stay here. */
const storageOf = (env: Env): StorageConfig => ({
  vendor: StorageVendor.AmazonS3,
  region: AmazonS3Region.EU_CENTRAL_1,
  bucket: env.STORAGE_BUCKET,
  accessKey: env.STORAGE_ACCESS_KEY,
  secretKey: env.STORAGE_SECRET_KEY,
});

/** Cloud Recording. */
export const recordingRoutes: Routes = {
  // { cname, uid } → a resource, good for one start within five minutes
  "POST /resources": async ({ recording }, request) => {
    const { cname, uid }: { cname: string; uid: string } = await request.json();
    return recording.acquire({ cname, uid, clientRequest: { resourceExpiredHour: 24 } });
  },

  // the resource → a handle of everybody in one video. Keep it: nothing else can query or stop this recording.
  "POST /recordings": async ({ recording }, request, env) => {
    const resource: RecordingResource = await request.json();
    return recording.start({
      ...resource,
      mode: "mix",
      clientRequest: {
        storageConfig: storageOf(env),
        recordingConfig: { channelType: 0, maxIdleTime: 120 },
        recordingFileConfig: { avFileType: ["hls", "mp4"] },
      },
    });
  },

  // the resource → a handle of each user in files of their own
  "POST /recordings/raw": async ({ recording }, request, env) => {
    const resource: RecordingResource = await request.json();
    return recording.start({
      ...resource,
      mode: "raw",
      clientRequest: {
        storageConfig: storageOf(env),
        recordingConfig: { channelType: 0, maxIdleTime: 120 },
        recordingFileConfig: { avFileType: ["hls", "mp4"] },
      },
    });
  },

  // the handle's fields in the query string → its state and its files
  "GET /recordings": ({ recording }, request) => {
    const fields = new URL(request.url).searchParams;
    const field = (name: string) => fields.get(name) ?? "";
    return recording.query({
      cname: field("cname"),
      uid: field("uid"),
      resourceId: field("resourceId"),
      sid: field("sid"),
      mode: field("mode"),
    });
  },

  // { handle, layout } → nothing new: the whole layout is replaced
  "POST /layout": async ({ recording }, request) => {
    const { handle, layout }: LayoutChange = await request.json();
    return recording.updateLayout(handle, layout);
  },

  // the handle → the files, when they are uploaded
  "POST /stop": async ({ recording }, request) => {
    const handle: RecordingHandle = await request.json();
    return recording.stop(handle, { async_stop: false });
  },
};
