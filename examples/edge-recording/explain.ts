import { explainError, isAgoraError } from "@agora-edge/core";
import { zhCN } from "@agora-edge/core/locales/zh-CN";

/** What went wrong, for a person, in the language of the browser. Errors of the SDK never hold a secret. */
export function explain(error: unknown, request: Request): Response {
  const isChinese = /^zh\b/i.test(request.headers.get("accept-language") ?? "");
  const { title, explanation, action, causes } = explainError(error, isChinese ? { locale: zhCN } : {});
  const kind = isAgoraError(error) ? error.kind : "unknown";
  // 400: your request was wrong. 502: Agora refused. Never Agora's own 401, which says nothing about your visitor.
  const status = kind === "invalid-request" ? 400 : 502;
  return Response.json({ kind, title, explanation, action, causes }, { status });
}
