import type { Channels } from "./channels.ts";

/** A rule about who may be in a channel, or send there. */
export interface Ban {
  readonly id: number;
  readonly cname: string | null;
  readonly uid: string | null;
  readonly ip: string | null;
  readonly privileges: readonly string[];
  readonly createdAt: number;
  updatedAt: number;
  endsAt: number;
}

export type Banned = Pick<Ban, "cname" | "uid" | "ip" | "privileges">;

/** The rules of the project. Nobody in the fake has an address, so that rules about one meet nobody. */
export class Bans {
  readonly #rules = new Map<number, Ban>();
  #lastId = 1952;

  add(rule: Banned, now: number, ms: number): Ban {
    this.#lastId += 1;
    const ban = { ...rule, id: this.#lastId, createdAt: now, updatedAt: now, endsAt: now + ms };
    if (ms > 0) this.#rules.set(ban.id, ban);
    return ban;
  }

  get(id: unknown): Ban | undefined {
    return typeof id === "number" ? this.#rules.get(id) : undefined;
  }

  delete(id: number): void {
    this.#rules.delete(id);
  }

  at(now: number): Ban[] {
    return [...this.#rules.values()].filter(({ endsAt }) => endsAt > now);
  }

  /** Whether somebody lacks a privilege now. */
  deny(privilege: string, cname: string, uid: string, now: number): boolean {
    if (this.#rules.size === 0) return false;
    return this.at(now).some((ban) => ban.privileges.includes(privilege) && isAbout(ban, cname, uid));
  }

  clear(): void {
    this.#rules.clear();
    this.#lastId = 1952;
  }
}

function isAbout(rule: Banned, cname: string, uid: string): boolean {
  if (rule.ip !== null) return false;
  return (rule.cname ?? cname) === cname && (rule.uid ?? uid) === uid;
}

/** Removes users from channels in which they may not be. Returns the channels in which something changed. */
export function removeBanned(channels: Channels, rule: Banned): string[] {
  if (!rule.privileges.includes("join_channel")) return channels.names;
  const gone = channels.names.flatMap((cname) =>
    channels
      .users(cname)
      .filter(({ uid }) => isAbout(rule, cname, uid))
      .map(({ uid }) => ({ cname, uid })),
  );
  for (const { cname, uid } of gone) channels.leave(cname, uid);
  return [...new Set(gone.map(({ cname }) => cname))];
}
