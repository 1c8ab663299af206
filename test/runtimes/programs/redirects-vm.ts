import { followNoRedirect } from "../redirects.ts";

Object.assign(globalThis, {
  redirectsAsJson: async (target: string) => JSON.stringify(await followNoRedirect(JSON.parse(target))),
});
