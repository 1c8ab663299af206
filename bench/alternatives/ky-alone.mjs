// ky as its documentation shows it, with its own time-outs, repeats and errors. It trusts every answer.
import ky from "ky";

export function createKyClient({ appId, customerId, customerSecret, baseUrl, fetch }) {
  const api = ky.create({
    prefix: `${baseUrl}/v1/apps/${appId}/cloud_recording`,
    headers: { authorization: `Basic ${btoa(`${customerId}:${customerSecret}`)}` },
    ...(fetch ? { fetch } : {}),
  });
  const below = ({ resourceId, sid, mode }) =>
    `resourceid/${encodeURIComponent(resourceId)}/sid/${encodeURIComponent(sid)}/mode/${mode}`;
  return {
    acquire: (request) => api.post("acquire", { json: request }).json(),
    query: (handle) => api.get(`${below(handle)}/query`).json(),
  };
}
