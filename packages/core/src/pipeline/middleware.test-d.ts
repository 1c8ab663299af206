import { expectTypeOf, test } from "vitest";
import type { AgoraClientOptions, AgoraOperation, Answer, CallContext, Middleware, RequestContext } from "../index.ts";

test("a function alone is told of each request, and gives the answer", () => {
  const use: AgoraClientOptions["use"] = [
    (request, next) => {
      expectTypeOf(request).toEqualTypeOf<RequestContext>();
      expectTypeOf(request.operation).toEqualTypeOf<AgoraOperation>();
      expectTypeOf(next).toEqualTypeOf<() => Promise<Answer>>();
      return next();
    },
  ];
  expectTypeOf(use).toExtend<readonly Middleware[] | undefined>();
});

test("an object says around what its parts stand", () => {
  const middleware: Middleware = {
    aroundCall: (context, next) => {
      expectTypeOf(context).toEqualTypeOf<CallContext>();
      return next();
    },
    aroundRequest: async ({ attempt, url }) => ({ status: 200, body: { attempt, url } }),
  };
  expectTypeOf(middleware).toExtend<Middleware>();
});

test("what is sent is for reading, but for its headers", () => {
  const middleware: Middleware = async (request, next) => {
    request.headers.set("x-own", "1");
    // @ts-expect-error: the host is chosen by the client.
    request.url = "https://elsewhere.example";
    return next();
  };
  // @ts-expect-error: an answer is not optional.
  const forgetful: Middleware = async (_, next) => void (await next());
  expectTypeOf([middleware, forgetful]).toExtend<Middleware[]>();
});
