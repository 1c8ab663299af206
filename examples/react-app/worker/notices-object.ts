import type { AgoraNotification } from "@agora-edge/core/server";
import { DurableObject } from "cloudflare:workers";
import type { Env } from "./env.ts";

/** The pages that watch one channel. While nothing happens it sleeps, and they stay connected. */
export class NoticesObject extends DurableObject<Env> {
  /** What a page passes to `receive` of its session, as it is. */
  async tell(event: AgoraNotification): Promise<void> {
    const text = JSON.stringify(event);
    for (const socket of this.ctx.getWebSockets()) {
      try {
        socket.send(text);
      } catch {
        // It is closing: its page connects anew, and a query tells it what it has missed.
      }
    }
  }

  override async fetch(_request: Request): Promise<Response> {
    const { 0: theirs, 1: ours } = new WebSocketPair();
    this.ctx.acceptWebSocket(ours);
    return new Response(null, { status: 101, webSocket: theirs });
  }
}
