import { type AgoraClient, createAgoraClient } from "@agora-edge/core";
import type { Stage } from "../stage/create-stage.mjs";

/** Somebody's browser: it has its cookie, and keeps all that it was told. */
export interface Visitor {
  readonly cookie: string;
  readonly agora: AgoraClient;
  /** Headers and bodies of all answers. */
  readonly told: string[];
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Steers the fake. */
  control(name: string, body?: object): Promise<Response>;
  socket(cname: string, origin?: string): WebSocket;
}

/** Opens the page, which signs the visitor in. */
export async function visit({ url, fake }: Stage): Promise<Visitor> {
  const told: string[] = [];
  const page = await fetch(url, { headers: { accept: "text/html" } });
  const cookie = page.headers.get("set-cookie")?.split(";")[0] ?? "";
  told.push(await page.text());

  async function send(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    request.headers.set("cookie", cookie);
    request.headers.set("sec-fetch-site", "same-origin");
    const response = await fetch(request);
    told.push(JSON.stringify([...response.headers]), await response.clone().text());
    return response;
  }

  return {
    cookie,
    told,
    agora: createAgoraClient({ appId: fake.appId, baseUrl: `${url}/api/agora`, fetch: send, retry: false }),
    fetch: (path, init) => send(`${url}${path}`, init),
    control: (name, body = {}) =>
      send(`${url}/__fake/${name}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    socket(cname, origin = url) {
      // Node's takes headers, its types do not say so.
      const options = { headers: { cookie, origin } } as unknown as string[];
      return new WebSocket(`${url.replace("http", "ws")}/api/notices?cname=${cname}`, options);
    },
  };
}
