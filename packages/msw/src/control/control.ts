import { readFaultFlag } from "./fault-flag.ts";
import type { FakeAgora } from "../fake/fake-agora.ts";
import type { FaultOptions } from "../fake/faults/faults.ts";
import { isObject, number, object, parseJson, text, type JsonObject } from "../fake/runtime/json.ts";
import { controlList } from "./list.ts";
import { isFailure, isOperation, readCause, readFault, readJoin, readLines } from "./input.ts";

export const controlPath = "/__fake/";

/**
 * Steers a fake from another process: JSON by POST (no web page can send that unasked), the state by GET, and what there is by
 * GET of the path alone.
 */
export async function control(fake: FakeAgora, request: Request): Promise<Response> {
  const name = new URL(request.url).pathname.slice(controlPath.length);
  if (request.method === "GET" || request.method === "HEAD") return look(fake, name);
  if (request.method !== "POST") return refuse(405, "use POST");
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return refuse(415, "send application/json");
  const body = parseJson(await request.text())?.value;
  if (!isObject(body)) return refuse(400, "send a JSON object");
  const command = commands[name];
  if (!command) return refuse(404, `there is no ${name}`);
  try {
    await command(fake, body);
  } catch (error) {
    return refuse(400, error instanceof Error ? error.message : String(error));
  }
  return Response.json(stateOf(fake));
}

type Command = (fake: FakeAgora, body: JsonObject) => unknown;

const commands: { readonly [name: string]: Command | undefined } = {
  advance: (fake, body) => fake.advanceAsync(number(body.ms, 0)),
  join: (fake, body) => fake.channel(needed(body, "cname")).join(uidOf(body), readJoin(body)),
  leave: (fake, body) => fake.channel(needed(body, "cname")).leave(uidOf(body)),
  fail: (fake, body) => {
    const operation = needed(body, "operation");
    if (operation !== "*" && !isOperation(operation)) throw new RangeError(`There is no operation ${operation}.`);
    const fault: FaultOptions = readFault(body);
    fake.fail(operation, fault);
  },
  use: (fake, body) => void fake.use(readFaultFlag(needed(body, "fault"))),
  failover: (fake, body) => fake.failover(needed(body, "sid"), { seconds: number(body.seconds, 30) }),
  recover: (fake, body) => fake.recover(needed(body, "agentId"), { seconds: number(body.seconds, 10) }),
  "break-down": (fake, body) => fake.breakDown(needed(body, "id"), readCause(body.cause)),
  say: (fake, body) => void fake.captions(needed(body, "target")).play(readLines(body.lines)),
  page: (fake, body) => {
    const page = fake.page(needed(body, "url"));
    const failure = body.fails;
    if (isFailure(failure)) page.fails(failure);
    else page.loads(body.notifyReadyAfter === "never" ? "never" : number(body.notifyReadyAfter, 0));
  },
  "upload-time": (fake, body) => fake.uploadTime(number(body.ms, 0)),
  reject: (fake, body) => {
    for (const name of ["token", "accessKey", "secretKey"] as const) {
      const value = body[name];
      if (typeof value === "string" || value === null) fake.reject({ [name]: value });
    }
  },
  service: (fake, body) => {
    if (body.state === "disabled") fake.disable();
    else if (body.state === "suspended") fake.suspend();
    else fake.enable();
  },
  reset: resetInTime,
};

function look(fake: FakeAgora, name: string): Response {
  if (name === "") return Response.json(controlList);
  if (name === "state") return Response.json(stateOf(fake));
  return name === "requests" ? Response.json(fake.requests) : refuse(404, `there is no ${name}`);
}

/** Other processes look at this clock too and know nothing of the reset: for them it goes on, and never back. */
function resetInTime(fake: FakeAgora): void {
  const before = fake.now();
  fake.reset();
  if (fake.drivenBy !== "timers") fake.advance(before - fake.now());
}

const stateOf = (fake: FakeAgora) => ({
  now: fake.now(),
  recordings: fake.recordings,
  tasks: fake.tasks,
  agents: fake.agents,
  requestCount: fake.requestCount,
});

const refuse = (status: number, error: string): Response => Response.json({ error }, { status });

function needed(body: JsonObject, name: string): string {
  const value = text(object(body)[name], "");
  if (value === "") throw new RangeError(`"${name}" is missing.`);
  return value;
}

function uidOf({ uid }: JsonObject): string | number {
  if (typeof uid === "number") return uid;
  if (typeof uid === "string" && uid !== "") return uid;
  throw new RangeError('"uid" is missing.');
}
