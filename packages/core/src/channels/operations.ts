import { ban } from "./operations/ban.ts";
import { bans } from "./operations/bans.ts";
import { list } from "./operations/list.ts";
import { unban } from "./operations/unban.ts";
import { updateBan } from "./operations/update-ban.ts";
import { user } from "./operations/user.ts";
import { users } from "./operations/users.ts";

/** The operations of channel management, by the names of the client's methods. */
export const channelsOperations = { ban, bans, list, unban, updateBan, user, users } as const;
