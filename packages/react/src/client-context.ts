import type { AnyClient } from "@agora-edge/core";
import { createContext, type Context } from "react";

/** Holds nothing until an `AgoraProvider` does. Made once, so that every copy of the hooks reads the same one. */
export const ClientContext: Context<AnyClient | null> = createContext<AnyClient | null>(null);
