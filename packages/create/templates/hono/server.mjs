import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { createAgoraHandler } from "@agora-edge/core/server";
import { Hono } from "hono";

/** @param {string} name */
const env = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`Set the environment variable ${name}.`);
  return value;
};

const handler = createAgoraHandler({
  client: createAgoraClient({
    appId: env("AGORA_APP_ID"),
    auth: basicAuth(env("AGORA_CUSTOMER_ID"), env("AGORA_CUSTOMER_SECRET")),
    ...(process.env.AGORA_BASE_URL ? { baseUrl: process.env.AGORA_BASE_URL } : {}),
  }),
  basePath: "/api/agora",
  operations: ["recording.*"],
  grantSecrets: [env("GRANT_SECRET")],
  // Everybody may record in room-1: check your own session here instead.
  authorize: (_request, { cname }) =>
    cname && cname !== "room-1" ? new Response(null, { status: 403 }) : { subject: "everybody" },
  prepare: {
    "recording.start": ({ body }) => ({
      ...body,
      clientRequest: {
        ...body.clientRequest,
        storageConfig: {
          vendor: 1, // Amazon S3
          region: 0, // US East (N. Virginia)
          bucket: env("S3_BUCKET"),
          accessKey: env("S3_ACCESS_KEY"),
          secretKey: env("S3_SECRET_KEY"),
        },
      },
    }),
  },
});

const app = new Hono();
app.all("/api/agora/*", (context) => handler(context.req.raw));
app.use("/*", serveStatic({ root: "./public" }));

serve({ fetch: app.fetch, port: 3000 }, ({ port }) => console.log(`http://localhost:${port}`));
