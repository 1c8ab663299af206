import { localStorageAdapter } from "@agora-edge/core";
import type { SessionDefaults } from "@agora-edge/react";

/** A failover of the fake is soon over, so it is looked at more often; else the default of the SDK spares the quota. */
const monitor = import.meta.env.VITE_FAKE === "1" ? { interval: 10_000 } : undefined;

/** Reloads and other tabs find what runs. */
export const sessionDefaults: SessionDefaults = { storage: localStorageAdapter, monitor };
