/** What the service says, before it becomes a Response. A text as body is sent as it is. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long the service holds the answer back. */
  readonly holdMs?: number;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });

export const refuse = (status: number, code: number, reason: string): Answer => ({ status, body: { code, reason } });

export const gatewayRefusal = (status: number, message: string): Answer => ({ status, body: { message } });

export function toResponse(answer: Answer, { requestId, method }: { requestId: string; method: string }): Response {
  const isText = typeof answer.body === "string";
  const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  const isHtml = isText && body.trimStart().startsWith("<");
  const headers = new Headers({
    "content-type": isHtml ? "text/html; charset=utf-8" : "application/json; charset=utf-8",
    "X-Request-ID": requestId,
  });
  for (const [name, value] of Object.entries(answer.headers ?? {})) headers.set(name, value);
  const isEmpty = method === "HEAD" || [101, 204, 205, 304].includes(answer.status);
  return new Response(isEmpty ? null : body, { status: answer.status, headers });
}
