import { describe, expectTypeOf, test } from "vitest";
import type { StorageConfig } from "../index.ts";
import {
  buildFileName,
  checkStorage,
  createPlaybackHandler,
  createS3Bucket,
  parseFileName,
  type Bucket,
  type FileNameParts,
  type PlaybackHandlerOptions,
  type S3StorageConfig,
  type StorageCheck,
  type StorageError,
} from "../files.ts";

const name = { sid: "4f0c", cname: "room" };

describe("names", () => {
  test("have what their mode and format have, and nothing else", () => {
    buildFileName({ ...name, mode: "mix", format: "ts", time: 0 });
    // @ts-expect-error -- a segment has a time
    buildFileName({ ...name, mode: "mix", format: "ts" });
    // @ts-expect-error -- files of mode mix are of everybody
    buildFileName({ ...name, mode: "mix", format: "m3u8", uid: "1" });
    // @ts-expect-error -- files of mode raw are of one user
    buildFileName({ ...name, mode: "raw", format: "mp4", index: 0, codec: "h264" });
    // @ts-expect-error -- mode individual makes no MP4
    buildFileName({ ...name, mode: "individual", format: "mp4", uid: "1", index: 0 });
    expectTypeOf<FileNameParts["mode"]>().toEqualTypeOf<"mix" | "web" | "individual" | "raw">();
  });

  test("that follow no rule have to be thought of", () => {
    expectTypeOf(parseFileName("x")).toExtend<{ readonly sid: string } | undefined>();
    expectTypeOf<undefined>().toExtend<ReturnType<typeof parseFileName>>();
  });
});

describe("buckets", () => {
  test("are made of the storageConfig of a recording, or written by hand", () => {
    expectTypeOf<StorageConfig>().toExtend<S3StorageConfig>();
    expectTypeOf(createS3Bucket).returns.toEqualTypeOf<Bucket>();
    expectTypeOf<PlaybackHandlerOptions["files"]>().toEqualTypeOf<Bucket>();
  });

  test("that do not work say why, and those that do have no error", () => {
    expectTypeOf(checkStorage).returns.resolves.toEqualTypeOf<StorageCheck>();
    expectTypeOf<Extract<StorageCheck, { ok: false }>["error"]>().toEqualTypeOf<StorageError>();
    expectTypeOf<Extract<StorageCheck, { ok: true }>>().not.toHaveProperty("error");
  });
});

describe("playback", () => {
  test("takes a recording, a refusal or nothing from `authorize`", () => {
    const files: Bucket = createS3Bucket({ vendor: 1, region: 0, bucket: "b", accessKey: "a", secretKey: "s" });
    const play = createPlaybackHandler({ files, authorize: () => ({ sid: "4f0c" }) });
    expectTypeOf(play).toEqualTypeOf<(request: Request) => Promise<Response>>();
    createPlaybackHandler({ files, authorize: async () => new Response(null, { status: 403 }) });
    createPlaybackHandler({ files, authorize: () => null });
    // @ts-expect-error -- a recording has an ID
    createPlaybackHandler({ files, authorize: () => ({ cname: "room" }) });
  });
});
