/**
 * What a page of another origin needs to be let through: answers to preflights, and leave to read what comes. No cookies: who
 * calls is in the Authorization header, which the page has to set itself.
 */
const anyOrigin = { "access-control-allow-origin": "*" } as const;

/** The answer to a preflight; null for any other request. */
export function preflight({ method, headers }: Request): Response | null {
  if (method !== "OPTIONS" || !headers.has("origin") || !headers.has("access-control-request-method")) return null;
  const asked = headers.get("access-control-request-headers");
  const isToLocalNetwork = headers.get("access-control-request-private-network") === "true";
  return new Response(null, {
    status: 204,
    headers: {
      ...anyOrigin,
      "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
      // By name, as no wildcard stands for Authorization.
      ...(asked === null ? {} : { "access-control-allow-headers": asked }),
      ...(isToLocalNetwork ? { "access-control-allow-private-network": "true" } : {}),
      "access-control-max-age": "600",
      vary: "Access-Control-Request-Headers, Access-Control-Request-Private-Network",
    },
  });
}

/** Lets a page read the answer, its headers included. */
export function readable(response: Response): Response {
  const leave = { ...anyOrigin, "access-control-expose-headers": "*" };
  for (const [name, value] of Object.entries(leave)) response.headers.set(name, value);
  return response;
}
