import { AgoraError } from "../errors/agora-error.ts";
import { AgoraValidationError } from "../errors/validation-error.ts";
import { isAbsent } from "../validation/absent.ts";
import type { Call } from "./call.ts";
import type { TransportConfig } from "./config.ts";
import { describe } from "./failures.ts";

/** Asks a function of the caller. What it throws is its own; it becomes the cause. */
async function ask<T>(call: Call, what: string, make: () => T | Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (cause) {
    const detail = `The function that gives the ${what} of a request failed.`;
    throw new AgoraError({ ...describe(call, "invalid-config"), detail, cause });
  }
}

/** The headers of one attempt. */
export async function buildHeaders({ headers: own, auth }: TransportConfig, call: Call): Promise<Headers> {
  const given = typeof own === "function" ? await ask(call, "headers", own) : own;
  const authorization = auth && (await ask(call, "token", () => auth.authorization()));
  try {
    const headers = new Headers(given);
    headers.set("accept", "application/json");
    headers.set("content-type", "application/json;charset=utf-8");
    if (authorization !== undefined) headers.set("authorization", authorization);
    else if (!isAbsent(call.grant)) headers.set("x-agora-edge-grant", call.grant);
    return headers;
  } catch {
    // No cause: the platform's error quotes the value.
    const issues = [{ path: "headers", message: "hold a name or value that no header may have", received: "" }];
    throw new AgoraValidationError({ ...describe(call, "invalid-config"), issues });
  }
}
