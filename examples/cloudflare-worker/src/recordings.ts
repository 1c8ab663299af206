import { assertSameSite, readJson } from "@agora-edge/core/server";
import type { Env } from "./env.ts";
import { recorderUids } from "./limits.ts";
import type { Outcome } from "./recording-object.ts";
import { mayRecord, userOf } from "./users.ts";

// Answers are for one user, and change.
const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
const reply = (status: number, body: object | null) => Response.json(body, { status, headers });
const refuse = (status: number, message: string) => reply(status, { error: { message } });

function answer({ snapshot, error }: Outcome): Response {
  if (!error) return reply(200, snapshot);
  const isFull = "kind" in error && error.kind === "concurrency-limit";
  return reply(isFull ? 503 : 502, { snapshot, error });
}

/** The uids of a body, which have to be those of recorders; undefined where they are not. */
function readUids(body: unknown): { uid: string; spareUid: string | undefined } | undefined {
  const fields = Object(body) as Record<string, unknown>;
  const [uid, spareUid] = [fields.uid, fields.spareUid].map((value) => recorderUids.find((known) => known === value));
  const isUsable = uid !== undefined && uid !== spareUid && (fields.spareUid === undefined || spareUid !== undefined);
  return isUsable ? { uid, spareUid } : undefined;
}

async function start(request: Request, env: Env, cname: string): Promise<Response> {
  const uids = readUids(await readJson(request));
  if (!uids) return refuse(400, `\`uid\` and \`spareUid\` are two of ${recorderUids.join(", ")}, as texts.`);
  const { uid, spareUid } = uids;
  const restart = spareUid === undefined ? {} : { restart: { spareUid } };
  return answer(await env.RECORDINGS.getByName(cname).start({ cname, uid, mode: "mix", ...restart }));
}

/** A WebSocket for a page that watches. Whoever opens one can read it, so pages of a sibling site may not either. */
async function watch(request: Request, env: Env, cname: string, subject: string): Promise<Response> {
  if (request.headers.get("upgrade") !== "websocket") return refuse(426, "Connect with a WebSocket.");
  assertSameSite(request, { origin: [] });
  const own = new Headers(request.headers);
  // Headers hold no letters beyond Latin ones.
  own.set("x-subject", encodeURIComponent(subject));
  return env.RECORDINGS.getByName(cname).fetch(new Request(request, { headers: own }));
}

/**
 * Recordings that the Worker starts by itself and looks after whoever is watching: `/recordings/{channel}`, GET, POST
 * `{ uid, spareUid? }`, DELETE; `/live` below it for pages that watch.
 *
 * @throws Response as the refusal of a request of another site, or of a body that cannot be read
 */
export async function recordings(request: Request, env: Env): Promise<Response> {
  // A browser sends the cookies of its visitor whichever page asks it to.
  assertSameSite(request);
  const [, cname, live] = /^\/recordings\/([\w-]{1,64})(\/live)?$/.exec(new URL(request.url).pathname) ?? [];
  if (cname === undefined) return refuse(404, "There is no such page.");
  const subject = userOf(request, env);
  if (subject === undefined) return refuse(401, "Sign in first.");
  if (!mayRecord(subject, cname)) return refuse(403, "This channel is not yours.");
  if (live !== undefined) return watch(request, env, cname, subject);
  const recording = env.RECORDINGS.getByName(cname);
  switch (request.method) {
    case "GET":
      return reply(200, await recording.snapshot());
    case "POST":
      return start(request, env, cname);
    case "DELETE":
      return answer(await recording.stop());
    default:
      return refuse(405, "GET, POST or DELETE.");
  }
}
