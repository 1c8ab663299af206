import { isAgoraError, type RecordingHandle, type SessionSnapshot } from "@agora-edge/core";
import { type AgoraNotification, createSupervisor, type SupervisorOrder } from "@agora-edge/core/server";
import { DurableObject } from "cloudflare:workers";
import { clientOf } from "./client.ts";
import { clockOf } from "./clock.ts";
import type { Env } from "./env.ts";
import { pushFor, tell } from "./live.ts";
import { startBody } from "./start-body.ts";

type Snapshot = SessionSnapshot<"recording">;

/** Errors do not survive the way between two isolates; their JSON does. */
export type Outcome = { snapshot: object | null; error?: object };

/** How long a request may take with its waiting and repeats: longer than a page would wait, there is nobody to leave. */
const patience = 300_000;

/** Looks after the recording of one channel, from its start to its end. Between two alarms it costs nothing. */
export class RecordingObject extends DurableObject<Env> {
  readonly #clock = clockOf(this.env);
  readonly #supervisor = createSupervisor({
    service: "recording",
    client: clientOf(this.env, patience),
    clock: this.#clock,
    storage: {
      load: async () => {
        const text = await this.ctx.storage.get("state");
        return typeof text === "string" ? text : null;
      },
      save: (text) => this.ctx.storage.put("state", text),
      setAlarm: (at) =>
        at === null ? this.ctx.storage.deleteAlarm() : this.ctx.storage.setAlarm(this.#clock.alarmAt(at)),
    },
    prepare: (target) => startBody(this.env, target),
    onSnapshot: (snapshot) => this.#changed(snapshot),
  });

  #account() {
    return this.env.ACCOUNT.getByName(this.env.AGORA_APP_ID);
  }

  async start(order: SupervisorOrder<"recording">): Promise<Outcome> {
    if (!(await this.#account().enter(order.cname))) {
      const message = "As many recordings run as the App ID may have at the same time.";
      return { snapshot: null, error: { kind: "concurrency-limit", message } };
    }
    return this.#answer(() => this.#supervisor.start(order), order.cname);
  }

  async stop(): Promise<Outcome> {
    return this.#answer(() => this.#supervisor.stop());
  }

  /** What a page has started through the proxy is looked after from now on. */
  async adopt(handle: RecordingHandle): Promise<Outcome> {
    await this.#account().enter(handle.cname);
    return this.#answer(() => this.#supervisor.resume(handle), handle.cname);
  }

  /** A page stops it through the proxy. */
  async release(): Promise<void> {
    await this.#supervisor.release();
  }

  async receive(event: AgoraNotification): Promise<void> {
    await this.#supervisor.receive(event);
  }

  async isHeld(): Promise<boolean> {
    return this.#supervisor.isHeld();
  }

  async snapshot(): Promise<object | null> {
    const snapshot = await this.#supervisor.snapshot();
    return snapshot && toJson(snapshot);
  }

  /** The platform calls it again should this process die before it is over. */
  override async alarm(): Promise<void> {
    await this.#supervisor.alarm();
  }

  /** A page that wants to see what happens. While nothing does, the object sleeps and the connection stays. */
  override async fetch(request: Request): Promise<Response> {
    const { 0: theirs, 1: ours } = new WebSocketPair();
    const subject = decodeURIComponent(request.headers.get("x-subject") ?? "");
    ours.serializeAttachment(subject);
    this.ctx.acceptWebSocket(ours);
    const snapshot = await this.#supervisor.snapshot();
    if (snapshot) ours.send(await pushFor(this.env, subject, snapshot));
    return new Response(null, { status: 101, webSocket: theirs });
  }

  async #changed(snapshot: Snapshot): Promise<void> {
    const { handle } = snapshot;
    if (handle && !snapshot.isActive && !(await this.#supervisor.isHeld())) await this.#account().leave(handle.cname);
    await tell(this.env, this.ctx.getWebSockets(), snapshot);
  }

  async #answer(act: () => Promise<Snapshot>, cname?: string): Promise<Outcome> {
    try {
      return { snapshot: toJson(await act()) };
    } catch (error) {
      if (cname !== undefined && !(await this.#supervisor.isHeld())) await this.#account().leave(cname);
      if (!isAgoraError(error)) throw error;
      return { snapshot: await this.snapshot(), error: error.toJSON() };
    }
  }
}

const toJson = (snapshot: Snapshot): object => ({ ...snapshot, error: snapshot.error?.toJSON() ?? null });
