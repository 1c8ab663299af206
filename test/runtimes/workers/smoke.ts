import { smoke } from "../smoke.ts";

export default {
  async fetch(request: Request): Promise<Response> {
    const names = { process: typeof process, buffer: typeof Buffer, userAgent: navigator.userAgent };
    return Response.json({ ...names, ...(await smoke(await request.json())) });
  },
};
