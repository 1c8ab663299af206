// An edge function that records and transcribes channels. It runs as it is in Cloudflare Workers; the credentials never
// leave it.
import { assertSameSite, readJson } from "@agora-edge/core/server";
import { clientOf, type Env } from "./client.ts";
import { explain } from "./explain.ts";
import { recordingRoutes } from "./routes/recording.ts";
import type { Routes } from "./routes/routes.ts";
import { transcriptionRoutes } from "./routes/transcription.ts";
import { transcriptionV6Routes } from "./routes/transcription-v6.ts";

const routes: Routes = { ...recordingRoutes, ...transcriptionRoutes, ...transcriptionV6Routes };

/** Who may record whom is for your app to say. Whoever passes here spends your money. */
function isAllowed(request: Request, { APP_TOKEN }: Env): boolean {
  // Without a token nobody is let in.
  return Boolean(APP_TOKEN) && request.headers.get("authorization") === `Bearer ${APP_TOKEN}`;
}

/** The same request, whose body has been read: it was JSON, not too large, and came in time. */
async function readAhead(request: Request): Promise<Request> {
  if (request.method !== "POST") return request;
  const body = await readJson(request);
  if (typeof body !== "object" || body === null) throw new Response("Send a JSON object.", { status: 400 });
  return new Request(request.url, { method: "POST", headers: request.headers, body: JSON.stringify(body) });
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    try {
      // As soon as `isAllowed` looks at a cookie, any site could use those of its visitors.
      assertSameSite(request);
      if (!isAllowed(request, env)) return new Response("Sign in first.", { status: 401 });
      const route = routes[`${request.method} ${new URL(request.url).pathname}`];
      if (!route) return new Response("There is no such route.", { status: 404 });
      return Response.json(await route(clientOf(env), await readAhead(request), env));
    } catch (error) {
      return error instanceof Response ? error : explain(error, request);
    }
  },
};
