import type { AgoraArea } from "@agora-edge/core";
import type { NoticesObject } from "./notices-object.ts";
import type { RecordingsObject } from "./recordings-object.ts";

/** What `wrangler.jsonc` and `wrangler secret put` give the Worker. */
export interface Env {
  /** One for each channel, by its name. */
  NOTICES: DurableObjectNamespace<NoticesObject>;
  RECORDINGS: DurableObjectNamespace<RecordingsObject>;
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
  /** Of S3-compatible storage (vendor 11), and its region where the address does not tell. */
  STORAGE_ENDPOINT?: string;
  STORAGE_ENDPOINT_REGION?: string;
  /** Keys that may read and list the bucket, where those above may only write. */
  STORAGE_READ_ACCESS_KEY?: string;
  STORAGE_READ_SECRET_KEY?: string;
  /** Hosts whose pages may be recorded, and those below them: `example.com,example.org`. Without it no pages are. */
  WEB_HOSTS?: string;
  /** Only for trying it out: signs everybody in. See users.ts. */
  DEMO?: string;
  /** Only for trying it out: the address of a fake service. */
  AGORA_BASE_URL?: string;
}
