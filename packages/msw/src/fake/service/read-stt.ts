import { isObject, object, parseJson, text } from "../runtime/json.ts";
import type { Incoming } from "../http/incoming.ts";
import type { SttRequest } from "./dispatch-stt.ts";
import type { SttRoute } from "../http/stt-routes.ts";
import { readTokenFacts, type TokenFacts } from "../stt/run/token-facts.ts";

/** Reads the tokens beforehand, because unpacking them takes a moment and the service itself must not wait. */
export async function readSttRequest(route: SttRoute, incoming: Incoming, body: string): Promise<SttRequest> {
  const authorization = incoming.headers.get("authorization");
  const restToken = /^agora token="?([^"]+)"?$/i.exec(authorization ?? "")?.[1];
  const botTokens = new Map<string, TokenFacts>();
  for (const token of tokensIn(body)) {
    const facts = await readTokenFacts(token);
    if (facts) botTokens.set(token, facts);
  }
  return {
    route,
    authorization,
    text: body,
    restToken: restToken === undefined ? null : await readTokenFacts(restToken),
    botTokens,
  };
}

function tokensIn(body: string): string[] {
  const value = parseJson(body)?.value;
  if (!isObject(value)) return [];
  const rtc = object(value.rtcConfig);
  const listener = object(object(value.audio).agoraRtcConfig);
  const output = object(object(object(value.config).recognizeConfig).output);
  const named = [rtc.subBotToken, rtc.pubBotToken, listener.token, object(output.agoraRTCDataStream).token];
  return named.map((token) => text(token, "")).filter((token) => token !== "");
}
