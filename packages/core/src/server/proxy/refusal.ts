import { proxyHeader, proxyKind } from "../../errors/proxy-kind.ts";

/** Why the proxy itself says no. Thrown inside, and answered in one place. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  /** @param reason goes to the visitor: nothing secret, nothing of what was sent. */
  constructor(status: number, reason: string, headers: Readonly<Record<string, string>> = {}) {
    super(reason);
    this.status = status;
    this.headers = headers;
  }
}

export const visitorHasLeft = "The visitor has left.";

/** Tells the client that the app said this, not the service. */
export const proxyMark = { [proxyHeader]: "1" } as const;

export function refusalResponse({ status, message, headers }: Refusal): Response {
  return Response.json({ kind: proxyKind(status), reason: message }, { status, headers: { ...headers, ...proxyMark } });
}

/** Say something about a body, and would be wrong without it. */
const ofBody = /^(content-(type|length|encoding|language|location|disposition|range)|transfer-encoding|etag)$/i;

/** Responses whose body has gone to a visitor. The Response itself does not tell, because the body may not have been read yet. */
const spent = /* @__PURE__ */ new WeakSet<Response>();

/**
 * A Response of the app's own `authorize` or `prepare`. A Response that looks like a success would be taken for the
 * service's answer, so it becomes a refusal. A Response that was returned before has lost its body, and refuses without.
 */
export function ownResponse(response: Response): Response {
  const { body, bodyUsed, status } = response;
  const isSpent = bodyUsed || body?.locked || (body && spent.has(response));
  spent.add(response);
  const headers = new Headers([...response.headers].filter(([name]) => !isSpent || !ofBody.test(name)));
  for (const [name, value] of Object.entries(proxyMark)) headers.set(name, value);
  return new Response(isSpent ? null : body, { status: status < 400 ? 403 : status, headers });
}
