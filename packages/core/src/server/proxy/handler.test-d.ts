import { describe, expectTypeOf, test } from "vitest";
import {
  applyNotification,
  createAgoraHandler,
  type AgoraHandler,
  type AgoraNotification,
  type NotificationFile,
  type ServerContext,
} from "../../server.ts";
import { createAgoraClient } from "../../client/agora-client.ts";

const client = createAgoraClient({ appId: "a", baseUrl: "/x" });

describe("createAgoraHandler", () => {
  test("gives prepare what authorize found out", () => {
    const handler = createAgoraHandler({
      client,
      basePath: "/api/agora",
      authorize: (request, { cname }) =>
        cname === undefined ? new Response(null, { status: 403 }) : { subject: request.url, tenant: { folder: cname } },
      prepare: {
        "recording.start": ({ identity, body, mode }) => {
          expectTypeOf(identity).toEqualTypeOf<{ subject: string; tenant: { folder: string } }>();
          expectTypeOf(body.clientRequest).toEqualTypeOf<Record<string, unknown>>();
          expectTypeOf(mode).toEqualTypeOf<string | undefined>();
          return { ...body, clientRequest: { ...body.clientRequest, token: identity.tenant.folder } };
        },
      },
    });
    expectTypeOf(handler).toEqualTypeOf<AgoraHandler>();
    expectTypeOf<Parameters<AgoraHandler>[1]>().toEqualTypeOf<ServerContext | undefined>();
  });

  test("is a route of every framework as it is", () => {
    type NextRoute = (request: Request & { nextUrl: URL }, context: { params: Promise<{ path: string[] }> }) => unknown;
    type AstroRoute = (context: { request: Request; locals: object }) => unknown;
    expectTypeOf<AgoraHandler>().toExtend<NextRoute>();
    expectTypeOf<AgoraHandler>().toExtend<
      (request: Request, context: { waitUntil(work: Promise<unknown>): void }) => unknown
    >();
    expectTypeOf<AgoraHandler>().not.toExtend<AstroRoute>();
  });

  test("wants to know who is calling", () => {
    // @ts-expect-error -- nobody is let in without
    createAgoraHandler({ client, basePath: "/" });
    // @ts-expect-error -- who?
    createAgoraHandler({ client, basePath: "/", authorize: () => true });
    const authorize = () => ({ subject: "a" });
    // @ts-expect-error -- an operation without a body has nothing to prepare
    createAgoraHandler({ client, basePath: "/", authorize, prepare: { "recording.query": (call) => call } });
    expectTypeOf(createAgoraHandler).toBeFunction();
  });
});

describe("a notification", () => {
  test("tells by its name what it holds", () => {
    const read = (event: AgoraNotification) => {
      if (event.name === "uploaded") {
        expectTypeOf(event.eventType).toEqualTypeOf<31>();
        expectTypeOf(event.productId).toEqualTypeOf<3>();
        expectTypeOf(event.payload.details.fileList).toEqualTypeOf<readonly NotificationFile[] | undefined>();
      } else if (event.name === "agent-left") {
        expectTypeOf(event.payload.stop_ts).toEqualTypeOf<number | undefined>();
      } else if (event.name === "unknown") {
        expectTypeOf(event.payload).toEqualTypeOf<Readonly<Record<string, unknown>>>();
      }
    };
    expectTypeOf(read).toBeFunction();
  });

  test("goes to anything that receives it", () => {
    const session = { receive: (event: { productId: number; eventType: number; payload: object }) => event.productId };
    const apply = (event: AgoraNotification) => applyNotification(session, event);
    expectTypeOf(apply).returns.toEqualTypeOf<number>();
  });
});
