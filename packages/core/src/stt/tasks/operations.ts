import { acquire } from "./operations/acquire.ts";
import { query } from "./operations/query.ts";
import { start } from "./operations/start.ts";
import { stop } from "./operations/stop.ts";
import { update } from "./operations/update.ts";

/** The operations of builder-token Speech-to-Text, by the names of the client's methods. */
export const sttTasksOperations = { acquire, query, start, stop, update } as const;
