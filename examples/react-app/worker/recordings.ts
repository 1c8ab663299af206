import { createPlaybackHandler, listRecordingObjects, type PlayableRecording } from "@agora-edge/core/files";
import { assertSameSite } from "@agora-edge/core/server";
import type { RecordedFile } from "../past-recordings.ts";
import type { Env } from "./env.ts";
import { bucketOf, folderOf } from "./secrets.ts";
import { mayUse, userOf } from "./users.ts";

const isWhole: readonly string[] = ["mp4", "mp3"];

const refuse = (status: number, reason: string) => Response.json({ reason }, { status });
const answer = (body: object) => Response.json(body, { headers: { "cache-control": "no-store" } });

/** `/api/recordings/{cname}`, `…/{sid}` or `…/{sid}/{fileName}`. */
function readPath(request: Request): { cname: string; sid: string | undefined; fileName: string | undefined } {
  const [cname = "", sid, fileName] = new URL(request.url).pathname.split("/").slice(3);
  try {
    return { cname: decodeURIComponent(cname), sid, fileName };
  } catch {
    return { cname: "", sid, fileName };
  }
}

/** What was recorded in a channel: the list, the files of one recording, and the files themselves, out of a private bucket. */
export function createRecordings(env: Env): (request: Request) => Promise<Response> {
  const bucket = bucketOf(env);

  /** Who may use a channel may see what was recorded there. */
  async function find(request: Request): Promise<PlayableRecording | null> {
    const { cname, sid = "" } = readPath(request);
    const found = await env.RECORDINGS.getByName(cname).find(sid);
    if (!found) return null;
    const { captions } = found;
    return {
      sid: found.recording.sid,
      cname,
      fileNamePrefix: folderOf(cname),
      ...(captions ? { captions: { cname, sid: captions.sid, languages: captions.languages } } : {}),
    };
  }

  const play = createPlaybackHandler({ files: bucket, authorize: find });

  async function listFiles(request: Request): Promise<Response> {
    const recording = await find(request);
    if (!recording) return refuse(404, "There is no such recording.");
    const objects = await listRecordingObjects(bucket, recording);
    const files = objects
      // Playlists that go on after a lost server are joined to those before it.
      .filter(({ file: { format, failover } }) =>
        format === "m3u8" ? failover === undefined : isWhole.includes(format),
      )
      .map(({ size, file: { fileName, format, uid } }): RecordedFile => ({ fileName, format, uid: uid ?? null, size }));
    return answer({ files });
  }

  return async (request) => {
    assertSameSite(request);
    const user = userOf(request, env);
    if (user === undefined) return refuse(401, "Sign in first.");
    const { cname, sid, fileName } = readPath(request);
    if (!mayUse(user, cname)) return refuse(403, "This channel is not yours.");
    if (fileName !== undefined) return play(request);
    if (request.method !== "GET") return refuse(405, "Only GET.");
    if (sid !== undefined) return listFiles(request);
    return answer({ recordings: await env.RECORDINGS.getByName(cname).list() });
  };
}
