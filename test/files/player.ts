import {
  createPlaybackHandler,
  createS3Bucket,
  type PlayableRecording,
  type PlaybackHandlerOptions,
  type S3StorageConfig,
} from "@agora-edge/core/files";
import { fileNamePrefix, record, type RecordOptions } from "./record.ts";
import { createS3Server, storageOf, type S3ServerOptions } from "../../examples/react-app/stage/fake/s3-server.ts";

export const folder = fileNamePrefix.join("/");
const start = Date.UTC(2026, 0, 1);

export interface SetUp {
  server?: S3ServerOptions;
  storage?: Partial<S3StorageConfig>;
  region?: string;
  grant?: Partial<PlayableRecording>;
  handler?: Partial<PlaybackHandlerOptions>;
}

/** A recording in a bucket, a handler that grants it, and a player that follows addresses as players do. */
export async function setUp(
  recorded: RecordOptions,
  { server: serverOptions, storage, region, grant, handler }: SetUp = {},
) {
  let now = start;
  const server = createS3Server({ now: () => now, ...serverOptions });
  const recording = await record(server, recorded);
  const errors: unknown[] = [];
  const bucket = createS3Bucket(
    { ...storageOf(server), ...storage },
    { region: region ?? server.region, fetch: server.fetch, now: () => now },
  );
  const { sid, cname } = recording;
  const play = createPlaybackHandler({
    files: bucket,
    authorize: () => ({ sid, cname, fileNamePrefix, ...grant }),
    onError: (error) => errors.push(error),
    ...handler,
  });
  const get = (path: string, init?: RequestInit) =>
    play(new Request(`https://app.example/recordings/42/${path}`, init));
  return {
    ...recording,
    server,
    errors,
    get,
    text: async (path: string) => (await get(path)).text(),
    /** A URL of the storage, as a browser without keys. */
    load: (url: string, init?: RequestInit) => server.fetch(url, init),
    moveTime: (ms: number) => {
      now += ms;
    },
  };
}

export const uris = (playlist: string) => playlist.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
export const refusal = async (response: Response): Promise<unknown> => ({
  status: response.status,
  ...(await response.json()),
});
