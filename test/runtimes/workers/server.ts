import { serverSmoke } from "../server-smoke.ts";

export default {
  async fetch(request: Request): Promise<Response> {
    const names = { process: typeof process, buffer: typeof Buffer };
    return Response.json({ ...names, ...(await serverSmoke(await request.json())) });
  },
};
