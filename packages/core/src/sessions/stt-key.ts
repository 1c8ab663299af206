import { invalid } from "../context/invalid.ts";
import { isObject, objectAt, textAt } from "../runtime/json.ts";
import type { SttSessionOptions } from "./stt-options.ts";

function channelOf(request: unknown): string | undefined {
  if (!isObject(request)) return undefined;
  const { rtcConfig, audio } = request;
  const config = isObject(rtcConfig) ? rtcConfig : isObject(audio) ? objectAt(audio, "agoraRtcConfig") : {};
  return textAt(config, "channelName");
}

/** What the session is for: a name (v7) or an instance ID. */
export function nameOf(options: SttSessionOptions): string {
  const { request } = options;
  const name =
    options.version === "v7"
      ? (options.name ?? (isObject(request) ? textAt(request, "name") : undefined))
      : (options.instanceId ?? channelOf(request));
  if (name !== undefined) return name;
  const path = options.version === "v7" ? "name" : "instanceId";
  throw invalid("invalid-config", path, "is missing: the session has to know it before the request is made");
}

/** The key of a transcription session without a name of its own. */
export function sttKey(appId: string, options: SttSessionOptions): string {
  const service = options.version === "v7" ? "sttAgents" : "sttTasks";
  return options.key ?? ["agora-edge", appId, service, nameOf(options)].join(":");
}
