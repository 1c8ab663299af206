import { followNoRedirect } from "../redirects.ts";

export default {
  async fetch(request: Request): Promise<Response> {
    return Response.json(await followNoRedirect(await request.json()));
  },
};
