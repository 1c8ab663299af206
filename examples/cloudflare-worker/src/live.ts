import type { SessionSnapshot } from "@agora-edge/core";
import { createGrant } from "@agora-edge/core/server";
import type { Env } from "./env.ts";

type Snapshot = SessionSnapshot<"recording">;

/** What `recording.receive()` of a page takes. The grant lets its user stop the recording through the proxy. */
export async function pushFor(env: Env, subject: string, snapshot: Snapshot): Promise<string> {
  const { status, handle, serverStatus, startedAt, checkedAt, files, upload, ending, error } = snapshot;
  const grantSecrets = env.GRANT_SECRETS.split(",");
  const granted = handle && { ...handle, grant: await createGrant(handle, { subject, grantSecrets }) };
  return JSON.stringify({ status, handle: granted, serverStatus, startedAt, checkedAt, files, upload, ending, error });
}

/** Tells all pages that look. */
export async function tell(env: Env, sockets: readonly WebSocket[], snapshot: Snapshot): Promise<void> {
  // Lasts for moments, and a page that stops it itself knows.
  if (snapshot.status === "stopping") return;
  for (const socket of sockets) {
    const push = await pushFor(env, String(socket.deserializeAttachment()), snapshot);
    try {
      socket.send(push);
    } catch {
      // It is closing: its page connects anew and is told then.
    }
  }
}
