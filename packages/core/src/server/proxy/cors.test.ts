import { describe, expect, test } from "vitest";
import { room } from "../testing/steps.ts";
import { createWorld, origin } from "../testing/world.ts";

describe("CORS", () => {
  const cors = { origin: ["https://page.example"], credentials: true };
  const preflight = (from: string) => ({
    method: "OPTIONS",
    headers: { origin: from, "access-control-request-method": "POST" },
  });

  test("is off: a preflight is answered and allows nothing", async () => {
    const { send } = createWorld();
    const response = await send("/api/agora/anything", preflight("https://page.example"));
    expect(response.status).toBe(204);
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test("lets named origins in, with what the client sends and reads", async () => {
    const { send } = createWorld({ cors });
    const response = await send("/api/agora/anything", preflight("https://page.example"));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "access-control-allow-origin": "https://page.example",
      "access-control-allow-credentials": "true",
      "access-control-allow-headers": "content-type, x-agora-edge-grant, authorization",
      "access-control-allow-methods": "GET, POST, PATCH, DELETE",
      "access-control-max-age": "600",
      vary: "origin",
    });
    const refusal = await send("/api/agora/v1", { headers: { origin: "https://page.example" } });
    expect(Object.fromEntries(refusal.headers)).toMatchObject({
      "access-control-allow-origin": "https://page.example",
      "access-control-expose-headers": "x-agora-edge-proxy, x-request-id, retry-after",
    });
  });

  test("lets no other origin in", async () => {
    const { send, operations } = createWorld({ cors });
    const path = "/api/agora/v1/apps/0123456789abcdef0123456789abcdef/cloud_recording/acquire";
    for (const from of ["https://page.example.evil.example", "null", "https://PAGE.example", "http://page.example"]) {
      const response = await send(path, { json: room, headers: { origin: from } });
      expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([403, null]);
      expect((await send(path, preflight(from))).headers.get("access-control-allow-origin")).toBeNull();
    }
    expect(operations()).toEqual([]);
    expect((await send(path, { json: room, headers: { origin } })).status).toBe(200);
  });

  test("can be decided by a function, or be open to all without cookies", async () => {
    const own = createWorld({ cors: { origin: (from) => from.endsWith(".example"), headers: ["x-csrf"], maxAge: 5 } });
    const allowed = await own.send("/api/agora/x", preflight("https://a.example"));
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      "access-control-allow-origin": "https://a.example",
      "access-control-allow-headers": "content-type, x-agora-edge-grant, authorization, x-csrf",
      "access-control-max-age": "5",
    });
    const open = createWorld({ cors: { origin: "*" } });
    const all = await open.send("/api/agora/x", preflight("https://b.test"));
    expect(all.headers.get("access-control-allow-origin")).toBe("*");
  });
});
