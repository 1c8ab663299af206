import { createPlaybackHandler, createS3Bucket, parseFileName } from "@agora-edge/core/files";

/** A recording is played from a bucket, on the built core: what came out as it should. */
export async function filesSmoke(): Promise<{ presigned: number; played: number }> {
  const storage = {
    vendor: 1,
    region: 0,
    bucket: "examplebucket",
    accessKey: "AKIAIOSFODNN7EXAMPLE",
    secretKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  };
  const segment = "4f0c_my_room_20260101120000000.ts";
  const bucket = createS3Bucket(storage, {
    endpoint: "https://s3.amazonaws.com",
    now: () => Date.UTC(2013, 4, 24),
    fetch: async (url) =>
      url.includes("/bak0_")
        ? new Response("<Error><Code>NoSuchKey</Code></Error>", { status: 404 })
        : new Response(`#EXTM3U\n#EXTINF:15.000000\n${segment}\n#EXT-X-ENDLIST\n`),
  });
  const url = await bucket.presign("test.txt", { expiresIn: 86_400 });
  const play = createPlaybackHandler({
    files: bucket,
    authorize: () => ({ sid: "4f0c", files: ["4f0c_my_room.m3u8"] }),
  });
  const load = async (name: string) => (await play(new Request(`https://app.example/calls/1/${name}`))).text();
  const master = await load("master.m3u8");
  const playlist = await load(parseFileName("4f0c_my_room.m3u8")?.fileName ?? "");
  return {
    // From Amazon's documentation.
    presigned: Number(url.endsWith("=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404")),
    played: Number(
      master.includes("4f0c_my_room.m3u8") &&
        playlist.includes(`#EXTINF:15.000000,\nhttps://examplebucket.s3.amazonaws.com/${segment}?X-Amz-`),
    ),
  };
}
