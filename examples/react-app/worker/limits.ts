import type { ProxyCall } from "@agora-edge/core/server";
import type { Env } from "./env.ts";

/** Recordings and transcriptions that nobody attends end after so many seconds, and resources after so many hours. */
export const longestIdle = 300;
export const longestHours = 24;

const modes = ["mix", "raw", "web"];
/** One for each mode: one user cannot start any number of recordings of a channel. */
const recorders = ["900001", "900002", "900003"];

/** Why a request goes beyond what this app offers its users. What costs money stands in bodies: look into them. */
export function beyondLimits({ operation, mode, cname, uid, body }: ProxyCall, env: Env): string | undefined {
  const request = read(body, "clientRequest");
  if (operation === "recording.acquire" && !recorders.includes(uid ?? "")) return "Recorders have uids of their own.";
  // Of one name only one agent runs: nobody shall take that of another channel.
  if (operation === "sttAgents.join" && read(body, "name") !== cname) return "An agent has the name of its channel.";
  if (mode !== undefined && !modes.includes(mode)) return "There is no such mode.";
  if (read(request, "startParameter") !== undefined) return "Say what to record when it starts.";
  if (read(request, "rtmpPublishConfig") !== undefined) return "This app does not push recordings to other places.";
  return operation === "recording.start" ? beyondPages(request, env) : undefined;
}

/** A web page recording opens any page and can send it anywhere. */
function beyondPages(request: unknown, env: Env): string | undefined {
  const services = read(read(request, "extensionServiceConfig"), "extensionServices");
  for (const service of Array.isArray(services) ? services : []) {
    if (read(service, "serviceName") !== "web_recorder_service") return "This app records pages, and nothing else.";
    const param = read(service, "serviceParam");
    if (!isOwnHost(read(param, "url"), env)) return "This app does not record pages of that host.";
    if (Number(read(param, "maxRecordingHour")) > longestHours) return `At most ${longestHours} hours at a time.`;
  }
  return undefined;
}

function isOwnHost(url: unknown, env: Env): boolean {
  if (typeof url !== "string" || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  const hosts = env.WEB_HOSTS.split(",");
  return protocol === "https:" && hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

function read(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
