import {
  type AgoraArea,
  type AgoraClient,
  type AgoraClientOptions,
  basicAuth,
  createAgoraClient,
} from "@agora-edge/core";
import type { Tool } from "../tool/tool.ts";
import { neededSecret, neededSetting, requireSettings, setting, wrongSettings } from "./environment.ts";

/** The account that the project belongs to. */
export interface Project {
  readonly appId: string;
  readonly customerId: string;
  readonly customerSecret: string;
  readonly area: AgoraArea | undefined;
  readonly baseUrl: string | undefined;
}

const areas: readonly string[] = ["US", "EU", "AP", "CN"] satisfies AgoraArea[];
const isArea = (text: string): text is AgoraArea => areas.includes(text);

export function readArea(tool: Pick<Tool, "env">): AgoraArea | undefined {
  const area = setting(tool, "AGORA_AREA");
  if (area === undefined || isArea(area)) return area;
  throw wrongSettings(`AGORA_AREA is one of ${areas.join(", ")}.`);
}

/** Of a fake service, or of a host that is in no area. */
function readBaseUrl(tool: Pick<Tool, "env">): string | undefined {
  const url = setting(tool, "AGORA_BASE_URL");
  if (url === undefined || (/^https?:\/\//i.test(url) && URL.canParse(url))) return url;
  throw wrongSettings("AGORA_BASE_URL is no address: it begins with https:// (or http://).");
}

export async function readProject(tool: Tool): Promise<Project> {
  requireSettings(tool, ["AGORA_APP_ID", "AGORA_CUSTOMER_ID", "AGORA_CUSTOMER_SECRET"]);
  const [area, baseUrl] = [readArea(tool), readBaseUrl(tool)];
  if (area !== undefined && baseUrl !== undefined) throw wrongSettings("Set AGORA_AREA or AGORA_BASE_URL, not both.");
  const appId = neededSetting(tool, "AGORA_APP_ID");
  const customerId = neededSetting(tool, "AGORA_CUSTOMER_ID");
  const customerSecret = await neededSecret(tool, "AGORA_CUSTOMER_SECRET");
  return { appId, customerId, customerSecret, area, baseUrl };
}

export function createClient(
  tool: Tool,
  { appId, customerId, customerSecret, area, baseUrl }: Project,
  options: Pick<AgoraClientOptions, "retry" | "timeout"> = {},
): AgoraClient {
  return createAgoraClient({
    appId,
    auth: basicAuth(customerId, customerSecret),
    ...(area && { area }),
    ...(baseUrl !== undefined && { baseUrl }),
    fetch: tool.fetch,
    clock: tool.clock,
    onWarning: ({ path, message }) => tool.writeError(`${tool.style("yellow", "!")} ${path} ${message}\n`),
    ...options,
  });
}
