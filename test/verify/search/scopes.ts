import type { Setting } from "../world/draft.ts";
import { behindProxy, recording, sttAgents, sttTasks } from "../world/families.ts";
import { type Machine, machine, type SessionService } from "../world/machine.ts";

/** What is searched exhaustively, and up to which weight. */
export interface Scope {
  readonly name: string;
  /** In `npm test`. */
  readonly weight: number;
}

const monitorInterval = 120_000;

export const scopes = {
  recording: { name: "recording, Web Storage", weight: 11 },
  "recording-async": { name: "recording, asynchronous storage, repeated starts name what runs", weight: 13 },
  v7: { name: "v7, Web Storage, refusals name the agent", weight: 10 },
  v6: { name: "v6, Web Storage", weight: 11 },
} as const satisfies Record<string, Scope>;

/**
 * Only searched at random. Under a supervisor: one session, whose crashes lose nothing. Behind the proxy: with grants, and a name
 * that is taken proves nothing. Renewing: leases are renewed in the background.
 */
export const randomScopes = [
  "supervised",
  "supervised-v7",
  "supervised-v6",
  "proxied",
  "proxied-v7",
  "proxied-v6",
  "renewing",
  "renewing-v6",
] as const;

export type ScopeId = keyof typeof scopes | (typeof randomScopes)[number];

/** Calls `use` with the setting of a scope, whatever its service is. */
export function withSetting<T>(
  id: ScopeId,
  use: <S extends SessionService>(setting: Setting<S>) => T,
  wanted: Machine = machine,
): T {
  const usual = {
    machine: wanted,
    isStorageAsync: false,
    isSupervised: false,
    isProxied: false,
    namesRun: false,
    monitorInterval,
    renews: false,
    isBroadcast: false,
  };
  switch (id) {
    case "recording":
      return use({ ...usual, family: recording });
    case "recording-async":
      return use({ ...usual, family: recording, isStorageAsync: true, namesRun: true });
    case "v7":
      return use({ ...usual, family: sttAgents, namesRun: true });
    case "v6":
      return use({ ...usual, family: sttTasks });
    case "renewing":
      return use({ ...usual, family: recording, renews: true });
    case "renewing-v6":
      return use({ ...usual, family: sttTasks, renews: true });
    case "supervised":
      return use({ ...usual, family: recording, isSupervised: true });
    case "supervised-v7":
      return use({ ...usual, family: sttAgents, isSupervised: true, namesRun: true });
    case "supervised-v6":
      return use({ ...usual, family: sttTasks, isSupervised: true, namesRun: true });
    case "proxied":
      return use({ ...usual, family: behindProxy(recording), isProxied: true, isStorageAsync: true, namesRun: true });
    case "proxied-v7":
      return use({ ...usual, family: behindProxy(sttAgents), isProxied: true, namesRun: true });
    case "proxied-v6":
      return use({ ...usual, family: behindProxy(sttTasks), isProxied: true, namesRun: true });
  }
}
