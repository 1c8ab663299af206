import { exitCodes } from "../tool/exit-codes.ts";
import { checkClock } from "../doctor/clock.ts";
import type { Finding } from "../doctor/check.ts";
import { checkHosts } from "../doctor/hosts.ts";
import { checkNotifications } from "../doctor/notifications.ts";
import { checkService } from "../doctor/service.ts";
import { checkSettings } from "../doctor/settings.ts";
import { checkBucket } from "../doctor/storage.ts";
import { checkTokens } from "../doctor/token.ts";
import { readProject } from "../settings/project.ts";
import type { Outcome, Tool } from "../tool/tool.ts";

const signs = {
  ok: ["green", "✓"],
  warning: ["yellow", "!"],
  problem: ["red", "✗"],
  skipped: ["dim", "-"],
} as const;

function lineOf({ style }: Tool, { check, status, message, action }: Finding): string {
  const [color, sign] = signs[status];
  const line = `${style(color, sign)} ${style("bold", check)} ${message}`;
  return action === undefined ? line : `${line}\n    ${style("cyan", "→")} ${action}`;
}

/** Finds what is set up wrong before it costs a recording. Starts nothing, and leaves nothing running. */
export async function doctorCommand(tool: Tool): Promise<Outcome> {
  const project = await readProject(tool);
  const settings = checkSettings(project);
  const hosts = await checkHosts(tool, project);
  const findings = [
    settings,
    ...hosts.map(({ finding }) => finding),
    checkClock(hosts.map(({ ahead }) => ahead)),
    ...(await checkService(tool, project, settings)),
    await checkBucket(tool),
    ...(await checkTokens(tool, project.appId)),
    await checkNotifications(tool),
  ];
  const count = (status: Finding["status"]) => findings.filter((one) => one.status === status).length;
  const problems = count("problem");
  const summary =
    problems === 0 ? "Nothing is wrong." : `${problems} ${problems === 1 ? "thing is" : "things are"} wrong.`;
  return {
    exit: problems === 0 ? exitCodes.ok : exitCodes.unhealthy,
    json: { ok: problems === 0, problems, warnings: count("warning"), findings },
    text: [...findings.map((finding) => lineOf(tool, finding)), "", summary].join("\n"),
  };
}
