// Thirty lines around fetch: authorization, JSON, a time-out, an error for what is no success. It trusts every answer.

export function createFetchClient({ appId, customerId, customerSecret, baseUrl, fetch = globalThis.fetch }) {
  const authorization = `Basic ${btoa(`${customerId}:${customerSecret}`)}`;
  const root = `${baseUrl}/v1/apps/${appId}/cloud_recording`;

  async function send(method, path, body) {
    const response = await fetch(root + path, {
      method,
      headers: { authorization, accept: "application/json", "content-type": "application/json;charset=utf-8" },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    const answer = await response.json();
    if (response.status !== 200) {
      throw Object.assign(new Error(answer.reason ?? `HTTP ${response.status}`), { status: response.status, answer });
    }
    return answer;
  }

  const below = ({ resourceId, sid, mode }) =>
    `/resourceid/${encodeURIComponent(resourceId)}/sid/${encodeURIComponent(sid)}/mode/${mode}`;

  return {
    acquire: (request) => send("POST", "/acquire", request),
    start: ({ resourceId, mode, cname, uid, clientRequest }) =>
      send("POST", `/resourceid/${encodeURIComponent(resourceId)}/mode/${mode}/start`, { cname, uid, clientRequest }),
    query: (handle) => send("GET", `${below(handle)}/query`),
    stop: ({ cname, uid, ...handle }, clientRequest = {}) =>
      send("POST", `${below(handle)}/stop`, { cname, uid, clientRequest }),
  };
}
