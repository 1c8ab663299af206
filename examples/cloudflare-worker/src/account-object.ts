import { DurableObject } from "cloudflare:workers";
import { clockOf } from "./clock.ts";
import type { Env } from "./env.ts";
import { createSlots, type Lane } from "./slots.ts";

/** What Agora allows one App ID. */
const requestsPerSecond = 10;

/** Shares what the App ID may do among all isolates: requests by the second, and recordings at the same time. */
export class AccountObject extends DurableObject<Env> {
  readonly #clock = clockOf(this.env);
  // Slots are not stored: whoever had one is gone too, or waits no longer than this one was away. What was sent in the
  // second before is not known.
  readonly #slots = createSlots(requestsPerSecond, this.#clock.now() + 1000);

  #askedAt = -Infinity;

  /** Milliseconds that the caller has to wait before it sends; null: longer than it wants to. */
  takeTurn(lane: Lane, longest: number): number | null {
    return this.#slots.take(this.#clock.now(), lane, longest);
  }

  /** Takes a place for the recording of a channel, which it keeps until `leave`. False: all are taken. */
  async enter(cname: string): Promise<boolean> {
    const key = `run:${cname}`;
    if ((await this.ctx.storage.get(key)) === undefined && !(await this.hasRoom())) return false;
    await this.ctx.storage.put(key, this.#clock.now());
    return true;
  }

  async leave(cname: string): Promise<void> {
    await this.ctx.storage.delete(`run:${cname}`);
  }

  async hasRoom(): Promise<boolean> {
    const limit = Number(this.env.MAX_RECORDINGS ?? 50);
    const running = [...(await this.ctx.storage.list({ prefix: "run:" })).keys()];
    if (running.length < limit) return true;
    // Somebody may have ended without being able to say so. Asking wakes all of them, so not at every refusal.
    if (this.#clock.now() - this.#askedAt < 60_000) return false;
    this.#askedAt = this.#clock.now();
    const left = await Promise.all(running.map((key) => this.#forgetEnded(key)));
    return running.length - left.filter(Boolean).length < limit;
  }

  async #forgetEnded(key: string): Promise<boolean> {
    if (await this.env.RECORDINGS.getByName(key.slice("run:".length)).isHeld()) return false;
    return this.ctx.storage.delete(key);
  }
}
