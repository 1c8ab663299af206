// What this stage adds to the controls of the fake, on the address of the page. All others go on to the fake itself.
import { readJson, reply } from "../http.mjs";
import { streamCaptions } from "./captions.mjs";
import { talk } from "./talk.mjs";

/** The middleware for `/__fake/`. */
export function createControls({ fake, pace, expireLeases, reset }) {
  const looks = {
    clock: (_url, response) => reply(response, 200, pace.read()),
    captions: (url, response) => streamCaptions(fake, url.searchParams.get("channel") ?? "", response),
  };
  const commands = {
    speed: ({ speed }) => pace.set(speed),
    skip: ({ ms }) => pace.skip(ms),
    "expire-leases": () => expireLeases(),
    talk: ({ cname }) => talk(fake, cname),
    reset: () => reset(),
  };

  return async (request, response, next) => {
    const url = new URL(request.url, "http://stage");
    const name = /^\/__fake\/([\w-]+)$/.exec(url.pathname)?.[1] ?? "";
    if (request.method === "GET" && Object.hasOwn(looks, name)) return looks[name](url, response);
    if (request.method !== "POST" || !Object.hasOwn(commands, name)) return next();
    // No page of another site can send that unasked.
    if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) {
      return reply(response, 415, { error: "send application/json" });
    }
    try {
      commands[name](await readJson(request));
      reply(response, 200, pace.read());
    } catch (error) {
      reply(response, 400, { error: error.message });
    }
  };
}
