// A handler of `createAgoraHandler` as a route, by the types of each framework.
import type { AgoraHandler } from "@agora-edge/core/server";
import type { RequestHandler } from "@sveltejs/kit";
import { Hono } from "hono";
import type { ActionFunction, LoaderFunction } from "react-router";

export declare const handle: AgoraHandler;

export const worker: ExportedHandler = { fetch: (request, _env, context) => handle(request, context) };

export const hono = new Hono().all("/api/agora/*", (context) => handle(context.req.raw, context.executionCtx));

export const mounted = new Hono().mount("/api/agora", handle);

export const loader: LoaderFunction = ({ request }) => handle(request);

export const action: ActionFunction = ({ request, context }) => handle(request, context);

export const fallback: RequestHandler = ({ request, platform }) => handle(request, platform);

// @ts-expect-error -- SvelteKit passes one event, and no request
export const asItIs: RequestHandler = handle;
