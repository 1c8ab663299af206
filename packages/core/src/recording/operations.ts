import { acquire } from "./operations/acquire.ts";
import { notificationAddresses } from "./operations/notification-addresses.ts";
import { query } from "./operations/query.ts";
import { start } from "./operations/start.ts";
import { stop } from "./operations/stop.ts";
import { update } from "./operations/update.ts";
import { updateLayout } from "./operations/update-layout.ts";

/** The operations of Cloud Recording, by the names of the client's methods. */
export const recordingOperations = {
  acquire,
  notificationAddresses,
  query,
  start,
  stop,
  update,
  updateLayout,
} as const;
