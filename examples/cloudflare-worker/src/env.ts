import type { AgoraArea } from "@agora-edge/core";
import type { AccountObject } from "./account-object.ts";
import type { RecordingObject } from "./recording-object.ts";

/** What `wrangler.jsonc` and `wrangler secret put` give the Worker. */
export interface Env {
  /** One for each channel that is recorded, by its name. */
  RECORDINGS: DurableObjectNamespace<RecordingObject>;
  /** One for the App ID. */
  ACCOUNT: DurableObjectNamespace<AccountObject>;
  AGORA_APP_ID: string;
  AGORA_AREA?: AgoraArea;
  AGORA_CUSTOMER_ID: string;
  AGORA_CUSTOMER_SECRET: string;
  AGORA_APP_CERTIFICATE: string;
  /** `new,old` */
  AGORA_NOTIFICATION_SECRETS: string;
  /** `new,old` */
  GRANT_SECRETS: string;
  /** `name:token,name:token` */
  APP_USERS: string;
  STORAGE_BUCKET: string;
  STORAGE_ACCESS_KEY: string;
  STORAGE_SECRET_KEY: string;
  /** Recordings of channels at the same time; Agora's default is 50, ask them for more. */
  MAX_RECORDINGS?: string;
  /** Only for trying it out: the address of a fake service, and its clock. See clock.ts. */
  AGORA_BASE_URL?: string;
  CLOCK?: string;
}
