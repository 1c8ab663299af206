import type { AgoraArea } from "@agora-edge/core";
import type { NoticesObject } from "./notices-object.ts";

/** What `wrangler.jsonc` and `wrangler secret put` give the Worker. */
export interface Env {
  /** One for each channel, by its name. */
  NOTICES: DurableObjectNamespace<NoticesObject>;
  AGORA_APP_ID: string;
  AGORA_AREA?: AgoraArea;
  AGORA_CUSTOMER_ID: string;
  AGORA_CUSTOMER_SECRET: string;
  AGORA_APP_CERTIFICATE: string;
  /** `new,old`. Without it no notifications are taken. */
  AGORA_NOTIFICATION_SECRETS?: string;
  /** `new,old`. Without it grants are signed with a key that follows from the Customer Secret. */
  GRANT_SECRETS?: string;
  /** The numbers of Agora's documentation, as text. */
  STORAGE_VENDOR: string;
  STORAGE_REGION: string;
  STORAGE_BUCKET: string;
  STORAGE_ACCESS_KEY: string;
  STORAGE_SECRET_KEY: string;
  /** Hosts whose pages may be recorded, and those below them: `example.com,example.org`. Without it no pages are. */
  WEB_HOSTS?: string;
  /** Only for trying it out: signs everybody in. See users.ts. */
  DEMO?: string;
  /** Only for trying it out: the address of a fake service. */
  AGORA_BASE_URL?: string;
}
