/** The identifier that support asks for, under the names that gateways of the service have used. */
export function requestIdOf(headers: Headers): string | undefined {
  return headers.get("x-request-id") ?? headers.get("x-agora-request-id") ?? headers.get("x-trace-id") ?? undefined;
}
