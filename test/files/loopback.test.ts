import { checkStorage, createS3Bucket, listRecordingObjects } from "@agora-edge/core/files";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { record } from "./record.ts";
import { createS3Server, storageOf } from "../../examples/react-app/stage/fake/s3-server.ts";
import { sentence, startPlayback } from "./stage.ts";

const uris = (playlist: string) => playlist.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

describe("a bucket on loopback, by the fetch of the platform", () => {
  const server = createS3Server();
  let listening: Awaited<ReturnType<typeof server.listen>>;
  beforeAll(async () => {
    listening = await server.listen();
  });
  afterAll(() => listening.close());

  test("is tried, recorded into and listed", async () => {
    const storage = storageOf(server, listening.origin);
    const region = { region: server.region };
    expect(await checkStorage(storage, region)).toMatchObject({ ok: true, canRead: true, canDelete: true });
    const { sid, cname, fileNamePrefix } = await record(server, { mode: "individual", snapshots: true });
    const objects = await listRecordingObjects(createS3Bucket(storage, region), { sid, cname, fileNamePrefix });
    expect(objects.map(({ key }) => key).toSorted()).toEqual(server.keysInBucket());
  });

  test("plays: from the master playlist to the bytes of a segment and the words of a subtitle", async () => {
    const { play, close } = await startPlayback();
    const load = async (name = "") => (await play(new Request(`https://app.example/calls/42/${name}`))).text();
    const master = await load("master.m3u8");
    const [segment = ""] = uris(await load(uris(master)[0]));
    const part = await fetch(segment, { headers: { range: "bytes=4-7" } });
    expect([part.status, await part.text()]).toEqual([206, "ftyp"]);
    expect(await load("subtitles-en-US.vtt")).toContain(
      `<v Ann>${sentence.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")}`,
    );
    await close();
  });
});
