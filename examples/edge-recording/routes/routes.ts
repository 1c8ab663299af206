import type { AgoraClient } from "@agora-edge/core";
import type { Env } from "../client.ts";

/** What a route resolves to is the answer; what it throws gets explained. */
export type Route = (agora: AgoraClient, request: Request, env: Env) => Promise<unknown>;

/** By method and path. */
export type Routes = Readonly<Record<string, Route>>;
