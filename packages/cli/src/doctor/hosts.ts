import { hostsOf } from "@agora-edge/core/contract";
import type { Project } from "../settings/project.ts";
import type { Tool } from "../tool/tool.ts";
import { type Finding, ok, problem, warning } from "./check.ts";
import { withTimeLimit } from "./time-limit.ts";

export interface HostFinding {
  readonly finding: Finding;
  /** What the host's clock showed in the middle of the exchange, against ours; in ms, positive where we are ahead. */
  readonly ahead: number | undefined;
}

const limit = 10_000;

/** The words of an error of fetch, which hides them in its cause. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code: unknown = Reflect.get(error, "code");
  return error.cause === undefined ? (typeof code === "string" ? code : error.message) : wordsOf(error.cause);
}

async function checkHost(tool: Tool, origin: string): Promise<HostFinding> {
  const { host } = new URL(origin);
  const began = tool.clock.now();
  const check = `host ${host}`;
  try {
    // Any answer will do: a request without credentials is refused, and that shows that the host is there.
    const response = await withTimeLimit(tool, limit, (signal) => tool.fetch(origin, { redirect: "manual", signal }));
    const ms = tool.clock.now() - began;
    await response.body?.cancel();
    const date = Date.parse(response.headers.get("date") ?? "");
    // The header has no fractions of a second.
    const ahead = Number.isNaN(date) ? undefined : began + ms / 2 - (date + 500);
    return { finding: ok(check, `answers in ${Math.round(ms)} ms.`, ms), ahead };
  } catch (error) {
    const message = `cannot be reached: ${wordsOf(error)}.`;
    const action = "Look at DNS, firewall and proxy of this network; requests are HTTPS to port 443.";
    return { finding: problem(check, "unreachable", message, action), ahead: undefined };
  }
}

/** Every host that a client would talk to. While one host answers, another that is down is only a warning. */
export async function checkHosts(
  tool: Tool,
  { area, baseUrl }: Pick<Project, "area" | "baseUrl">,
): Promise<HostFinding[]> {
  const origins = baseUrl === undefined ? hostsOf(area) : [baseUrl];
  const found = await Promise.all(origins.map((origin) => checkHost(tool, origin)));
  const someAnswer = found.some(({ finding }) => finding.status === "ok");
  return found.map((one) => {
    const { status, check, kind = "", message, action = "" } = one.finding;
    if (status === "ok" || !someAnswer) return one;
    return { ...one, finding: warning(check, kind, message, `${action} The client goes on with the other hosts.`) };
  });
}
