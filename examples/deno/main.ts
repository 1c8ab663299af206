// An app's own server on Deno: the proxy for its pages, the receiver of Agora's notifications, and what both remember.
// Run it with `deno run --allow-net --allow-env --unstable-kv --unstable-no-legacy-abort main.ts`.
import {
  basicAuth,
  createAgoraClient,
  type RecordingHandle,
  type SttAgentHandle,
  type SttTaskHandle,
} from "@agora-edge/core";
import {
  assertSameSite,
  createAgoraHandler,
  createLimits,
  createNotificationHandler,
  createTokenProvider,
  folderName,
  type AgoraNotification,
  type NotificationDedupe,
  type NotificationFile,
} from "@agora-edge/core/server";

type Handle = RecordingHandle | SttTaskHandle | SttAgentHandle;

/** What the app knows of something that was started. */
interface Entry {
  subject: string;
  handle: Handle;
  upload: "pending" | "uploaded" | "backuped";
  files: readonly NotificationFile[];
}

function env(name: string): string {
  const value = Deno.env.get(name);
  if (!value) throw new Error(`Set the environment variable ${name}.`);
  return value;
}

// Deno KV where there is one (`--unstable-kv`, Deno Deploy); else it is forgotten when the process ends.
const kv = typeof Deno.openKv === "function" ? await Deno.openKv(Deno.env.get("KV_PATH")) : undefined;
const memory = new Map<string, Entry>();
const idOf = (handle: Handle) => ("sid" in handle ? handle.sid : "agentId" in handle ? handle.agentId : handle.taskId);

async function load(id: string): Promise<Entry | undefined> {
  if (!kv) return memory.get(id);
  return (await kv.get<Entry>(["entries", id])).value ?? undefined;
}

/** Keeps what `next` makes of what is known; nothing where it makes nothing. */
async function change(id: string, next: (known: Entry | undefined) => Entry | undefined): Promise<void> {
  if (!kv) {
    const entry = next(memory.get(id));
    if (entry) memory.set(id, entry);
    return;
  }
  // A notification can come while a start is being answered: who was not the first reads again.
  for (let isDone = false; !isDone;) {
    const known = await kv.get<Entry>(["entries", id]);
    const entry = next(known.value ?? undefined);
    if (!entry) return;
    const writing = kv.atomic().check(known).set(["entries", id], entry).set(["of", entry.subject, id], id);
    isDone = (await writing.commit()).ok;
  }
}

async function listOf(subject: string): Promise<Entry[]> {
  if (!kv) return [...memory.values()].filter((entry) => entry.subject === subject);
  const entries: Entry[] = [];
  for await (const { value } of kv.list<string>({ prefix: ["of", subject] })) {
    const entry = await load(value);
    if (entry) entries.push(entry);
  }
  return entries;
}

/** Recognises copies of notifications, whichever instance of the server they reach. */
const dedupe: NotificationDedupe | undefined = kv && {
  async add(key, ttl) {
    const at = ["notices", key];
    const { ok } = await kv.atomic().check({ key: at, versionstamp: null }).set(at, true, { expireIn: ttl }).commit();
    return ok;
  },
  delete: (key) => kv.delete(["notices", key]),
};

/** Who is calling is for your app to say: look at your own session here. `APP_USERS` is `name:token,name:token`. */
const users = new Map(
  env("APP_USERS")
    .split(",")
    .map((each) => each.split(":"))
    // Who has no token cannot sign in.
    .flatMap(([name, token]) => (name && token ? [[`Bearer ${token}`, name]] : [])),
);
const userOf = (request: Request) => users.get(request.headers.get("authorization") ?? "");

/** In this app every user has channels of their own, alice-1 and alice-standup. The last hyphen ends the name of the owner. */
const ownerOf = (cname: string) => /^(.+)-[^-]+$/.exec(cname)?.[1];

/** What users may start: recordings of their channels in one picture, and captions. Only recorders and bots have these uids. */
const captionBotUid = "900011";
const beyondLimits = createLimits({
  modes: ["mix"],
  recorderUids: ["900001", "900002"],
  botUids: [captionBotUid],
  maxIdleTime: 300,
});

const appId = env("AGORA_APP_ID");
// Only for trying it out: the address of a fake service.
const baseUrl = Deno.env.get("AGORA_BASE_URL");
const tokenFor = createTokenProvider({ appId, appCertificate: env("AGORA_APP_CERTIFICATE") });

const storageConfig = () => ({
  vendor: 1,
  region: 7,
  bucket: env("STORAGE_BUCKET"),
  accessKey: env("STORAGE_ACCESS_KEY"),
  secretKey: env("STORAGE_SECRET_KEY"),
});

/** What the functions here throw. Log it where somebody reads it; `reportError` would end the server. */
const onError = (error: unknown) => console.error(error);

const proxy = createAgoraHandler({
  client: createAgoraClient({
    appId,
    auth: basicAuth(env("AGORA_CUSTOMER_ID"), env("AGORA_CUSTOMER_SECRET")),
    ...(baseUrl ? { baseUrl } : { area: "EU" }),
  }),
  basePath: "/api/agora",
  operations: ["recording.*", "sttAgents.join", "sttAgents.get", "sttAgents.update", "sttAgents.leave"],
  grantSecrets: env("GRANT_SECRETS").split(","),
  authorize(request, call) {
    const { operation, cname, body } = call;
    const subject = userOf(request);
    if (!subject) return new Response(null, { status: 401 });
    // Whole names: alice-x-1 belongs to alice-x. Of one name only one agent runs, so that of a channel is its owner's.
    const isOwn = cname === undefined || ownerOf(cname) === subject;
    if (!isOwn || (operation === "sttAgents.join" && body.name !== cname)) return new Response(null, { status: 403 });
    const reason = beyondLimits(call);
    return reason === undefined ? { subject } : Response.json({ reason }, { status: 403 });
  },
  prepare: {
    "recording.start": async ({ body, identity }) => ({
      ...body,
      clientRequest: {
        ...body.clientRequest,
        storageConfig: { ...storageConfig(), fileNamePrefix: [folderName(identity.subject)] },
        token: await tokenFor(body.cname, Number(body.uid)),
      },
    }),
    "sttAgents.join": async ({ body, cname = "" }) => ({
      ...body,
      rtcConfig: {
        ...body.rtcConfig,
        pubBotUid: captionBotUid,
        pubBotToken: await tokenFor(cname, Number(captionBotUid), "publisher"),
      },
    }),
  },
  async onHandle(handle, subject) {
    // It can come again. What is somebody's stays theirs, and keeps what notifications have said.
    await change(idOf(handle), (known) =>
      known && known.subject !== subject ? undefined : { subject, upload: "pending", files: [], ...known, handle },
    );
  },
  onError,
});

const notifications = createNotificationHandler({
  secret: env("AGORA_NOTIFICATION_SECRETS").split(","),
  dedupe,
  async onEvent(event: AgoraNotification) {
    if (event.name !== "uploaded" && event.name !== "backuped") return;
    const { name, payload } = event;
    const files = payload.details.fileList ?? [];
    await change(payload.sid, (known) => known && { ...known, upload: name, files });
  },
  onError,
});

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/api/agora/")) return proxy(request);
  if (pathname === "/agora-events") return notifications(request);
  if (pathname !== "/recordings") return new Response("There is no such page.", { status: 404 });
  // As soon as `userOf` looks at a cookie, any site could use those of its visitors.
  assertSameSite(request);
  if (request.method !== "GET") return new Response("Only GET.", { status: 405 });
  const subject = userOf(request);
  if (!subject) return new Response("Sign in first.", { status: 401 });
  return Response.json(await listOf(subject), { headers: { "cache-control": "no-store" } });
}

async function handler(request: Request): Promise<Response> {
  try {
    return await answer(request);
  } catch (error) {
    if (error instanceof Response) return error;
    throw error;
  }
}

Deno.serve({
  hostname: "127.0.0.1",
  port: Number(Deno.env.get("PORT") ?? 8000),
  onListen: ({ port }) => console.log(`http://127.0.0.1:${port}, with ${kv ? "Deno KV" : "memory only"}`),
  handler,
});
