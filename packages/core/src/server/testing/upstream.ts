import { createWorld, clientRequest } from "./world.ts";
import { room } from "./steps.ts";

/** A server whose Agora answers acquire with a resource, and everything else as given. */
export function worldOf(
  answer: (request: Request) => Response | Promise<Response>,
  options: Parameters<typeof createWorld>[0] = {},
) {
  const asked: Request[] = [];
  const world = createWorld({
    ...options,
    server: {
      retry: false,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        asked.push(request.clone());
        return request.url.endsWith("/acquire") ? Response.json({ ...room, resourceId: "R1" }) : answer(request);
      },
      ...options.server,
    },
  });
  const start = async () => {
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    return page.recording.start({ ...lease, mode: "mix", clientRequest }).catch((error: unknown) => error);
  };
  return { ...world, asked, start, last: () => world.answers.at(-1) ?? "" };
}
