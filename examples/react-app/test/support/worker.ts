import { createFakeAgora, type FakeAgora } from "@agora-edge/msw/fake";
import { serveFakeAgora } from "@agora-edge/msw/node";
import { randomUUID } from "node:crypto";
import { handshakeWith } from "./handshake.ts";
import { startWorker } from "../../stage/workerd.mjs";

export interface WorkerStage {
  readonly fake: FakeAgora;
  readonly url: string;
  /** The cookie of somebody who is signed in. */
  readonly cookie: string;
  send(path: string, init?: RequestInit): Promise<Response>;
  /** The status of a handshake for a WebSocket; 101 opens it. */
  handshake(path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined>;
  close(): Promise<void>;
}

/** The Worker alone, in workerd, with the fake service behind it and no page in front. */
export async function startWorkerStage(bindings: Readonly<Record<string, string>> = {}): Promise<WorkerStage> {
  const fake = createFakeAgora({ rateLimit: false, appCertificate: true });
  const served = await serveFakeAgora(fake);
  const worker = await startWorker({
    DEMO: "1",
    WEB_HOSTS: "example.com",
    AGORA_APP_ID: fake.appId,
    AGORA_CUSTOMER_ID: fake.customerId,
    AGORA_CUSTOMER_SECRET: fake.customerSecret,
    AGORA_APP_CERTIFICATE: "fedcba9876543210fedcba9876543210",
    AGORA_BASE_URL: served.url,
    STORAGE_VENDOR: "1",
    STORAGE_REGION: "7",
    STORAGE_BUCKET: "demo-bucket",
    STORAGE_ACCESS_KEY: "demo-access-key",
    STORAGE_SECRET_KEY: "demo-secret-key",
    ...bindings,
  });
  return {
    fake,
    url: worker.url,
    cookie: `demo_session=${randomUUID()}`,
    send: (path, init) => fetch(`${worker.url}${path}`, { redirect: "manual", ...init }),
    handshake: (path, headers) => handshakeWith(new URL(path, worker.url), headers),
    async close() {
      await worker.close();
      await served.close();
    },
  };
}
