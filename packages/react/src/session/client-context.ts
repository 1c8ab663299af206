import type { AgoraError, AnyClient, SessionOptions } from "@agora-edge/core";
import { createContext, type Context } from "react";
import type { SessionHookOptions } from "./binding.ts";

/** What every session hook below an `AgoraProvider` uses, unless its own options say otherwise. */
export interface SessionDefaults
  extends
    Pick<SessionOptions, "storage" | "requireStorage" | "renew" | "safetyMargin" | "monitor" | "wake" | "locks">,
    Pick<SessionHookOptions, "stopOnUnmount" | "gcTime"> {
  /** Called in each component that has a session, with each new error. */
  onError?: ((error: AgoraError) => void) | undefined;
}

/** Holds nothing until an `AgoraProvider` does. Made once, so that every copy of the hooks reads the same one. */
export const ClientContext: Context<AnyClient | null> = createContext<AnyClient | null>(null);

export const DefaultsContext: Context<SessionDefaults> = createContext<SessionDefaults>({});

/** Options with the defaults of the provider where they say nothing. */
export function withDefaults<O extends object>(options: O, defaults: SessionDefaults): O {
  const result = { ...options };
  for (const [name, value] of Object.entries(defaults)) {
    if (Reflect.get(options, name) === undefined) Object.assign(result, { [name]: value });
  }
  return result;
}
