import { createLimits, type ProxyCall } from "@agora-edge/core/server";
import { captionBotUid, listeningBotUid, recorderUids } from "../uids.ts";
import type { Env } from "./env.ts";
import { mayUse } from "./users.ts";

/** Seconds for which recordings and transcriptions go on with nobody in the channel. */
const longestIdle = 300;
/** Hours for which a page is recorded, and for which what was acquired can be used. */
export const longestHours = 24;

/** Tells why a request goes beyond what this app offers its users. What costs money stands in bodies: look into them. */
export function createAppLimits(env: Env): (user: string, call: ProxyCall) => string | undefined {
  const beyond = createLimits({
    modes: ["mix", "raw", "web"],
    // One for each mode: one user cannot start any number of recordings of a channel.
    recorderUids: Object.values(recorderUids),
    botUids: [captionBotUid, listeningBotUid],
    pageHosts: env.WEB_HOSTS?.split(","),
    maxIdleTime: longestIdle,
    maxHours: longestHours,
  });
  return (user, call) => {
    const { operation, cname, body } = call;
    // Of one name only one agent runs: nobody shall take that of another channel.
    if (operation === "sttAgents.join" && body.name !== cname) return "An agent has the name of its channel.";
    if (operation === "sttTasks.acquire" && !(typeof body.instanceId === "string" && mayUse(user, body.instanceId))) {
      return "A task has the name of its channel.";
    }
    return beyond(call);
  };
}
