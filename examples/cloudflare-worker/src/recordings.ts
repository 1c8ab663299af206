import type { Env } from "./env.ts";
import type { Outcome } from "./recording-object.ts";
import { isOwnPage, mayRecord, userOf } from "./users.ts";

const refuse = (status: number, message: string) => Response.json({ error: { message } }, { status });

function answer({ snapshot, error }: Outcome): Response {
  if (!error) return Response.json(snapshot);
  const isFull = "kind" in error && error.kind === "concurrency-limit";
  return Response.json({ snapshot, error }, { status: isFull ? 503 : 502 });
}

/** A text field of a JSON body. */
async function readBody(request: Request): Promise<(name: string) => string | undefined> {
  const body: unknown = await request.json().catch(() => null);
  return (name) => {
    const value: unknown = typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
    return typeof value === "string" && /^[1-9]\d{0,9}$/.test(value) ? value : undefined;
  };
}

/**
 * Recordings that the Worker starts by itself and looks after whoever is watching: `/recordings/{channel}`, GET, POST
 * `{ uid, spareUid? }`, DELETE; `/live` below it for pages that watch.
 */
export async function recordings(request: Request, env: Env): Promise<Response> {
  const [, cname, live] = /^\/recordings\/([\w-]{1,64})(\/live)?$/.exec(new URL(request.url).pathname) ?? [];
  if (cname === undefined) return refuse(404, "There is no such page.");
  const subject = userOf(request, env);
  if (subject === undefined) return refuse(401, "Sign in first.");
  if (!mayRecord(subject, cname)) return refuse(403, "This channel is not yours.");
  const recording = env.RECORDINGS.getByName(cname);

  if (live !== undefined) {
    if (request.headers.get("upgrade") !== "websocket") return refuse(426, "Connect with a WebSocket.");
    if (!isOwnPage(request)) return refuse(403, "Not from another site.");
    const headers = new Headers(request.headers);
    headers.set("x-subject", subject);
    return recording.fetch(new Request(request, { headers }));
  }
  switch (request.method) {
    case "GET":
      return Response.json(await recording.snapshot());
    case "POST": {
      const read = await readBody(request);
      const [uid, spareUid] = [read("uid"), read("spareUid")];
      if (uid === undefined) return refuse(400, "Give the recorder a `uid`, as a text of digits.");
      const restart = spareUid === undefined ? {} : { restart: { spareUid } };
      return answer(await recording.start({ cname, uid, mode: "mix", ...restart }));
    }
    case "DELETE":
      return answer(await recording.stop());
    default:
      return refuse(405, "GET, POST or DELETE.");
  }
}
