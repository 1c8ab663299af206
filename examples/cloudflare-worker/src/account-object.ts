import { createRateLimiter, type PermitRequest } from "@agora-edge/core";
import { DurableObject } from "cloudflare:workers";
import { clockOf } from "./clock.ts";
import type { Env } from "./env.ts";

/** What Agora allows one App ID. Some requests travel longer than others: with 250 ms to spare no second sees more. */
const rateLimit = { limit: 10, interval: 1250 };

/** Shares what the App ID may do among all isolates: requests by the second, and recordings at the same time. */
export class AccountObject extends DurableObject<Env> {
  readonly #clock = clockOf(this.env);
  // Nothing of it is stored: who waits asks again. What was sent in the second before this object began is not known.
  readonly #limiter = createRateLimiter(rateLimit, this.#clock);
  readonly #begin = this.#clock.now() + 1000;

  #askedAt = -Infinity;

  /** Whether a request may leave now (0), or when it asks again. See `RateLimiter` of the SDK. */
  tryAcquire(request: PermitRequest): number | null {
    const pause = this.#begin - this.#clock.now();
    return pause > 0 ? pause : this.#limiter.tryAcquire(request);
  }

  cancel(id: string): void {
    this.#limiter.cancel(id);
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
