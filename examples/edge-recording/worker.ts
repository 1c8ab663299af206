// An edge function that records and transcribes channels. It runs as it is in Cloudflare Workers; the credentials never
// leave it.
import { clientOf, type Env } from "./client.ts";
import { explain } from "./explain.ts";
import { recordingRoutes } from "./routes/recording.ts";
import type { Routes } from "./routes/routes.ts";
import { transcriptionRoutes } from "./routes/transcription.ts";
import { transcriptionV6Routes } from "./routes/transcription-v6.ts";

const routes: Routes = { ...recordingRoutes, ...transcriptionRoutes, ...transcriptionV6Routes };

/** Who may record whom is for your app to say. Whoever passes here spends your money. */
function isAllowed(request: Request, env: Env): boolean {
  return request.headers.get("authorization") === `Bearer ${env.APP_TOKEN}`;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    if (!isAllowed(request, env)) return new Response("Sign in first.", { status: 401 });
    const route = routes[`${request.method} ${new URL(request.url).pathname}`];
    if (!route) return new Response("There is no such route.", { status: 404 });
    try {
      return Response.json(await route(clientOf(env), request, env));
    } catch (error) {
      return explain(error, request);
    }
  },
};
