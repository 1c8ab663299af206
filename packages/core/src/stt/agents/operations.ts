import { get } from "./operations/get.ts";
import { join } from "./operations/join.ts";
import { leave } from "./operations/leave.ts";
import { list } from "./operations/list.ts";
import { update } from "./operations/update.ts";

/** The operations of Speech-to-Text v7, by the names of the client's methods. */
export const sttAgentsOperations = { get, join, leave, list, update } as const;
