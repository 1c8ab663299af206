import type { ClientContext } from "../context/context.ts";
import type { AgoraClientOptions } from "../context/options.ts";
import type { CallOptions } from "../pipeline/call.ts";
import { run } from "../context/run-operation.ts";
import { createClient } from "../context/create-client.ts";
import { ban } from "./operations/ban.ts";
import { bans } from "./operations/bans.ts";
import { list, listAll } from "./operations/list.ts";
import { unban } from "./operations/unban.ts";
import { updateBan } from "./operations/update-ban.ts";
import { user } from "./operations/user.ts";
import { users } from "./operations/users.ts";
import type {
  BanDuration,
  BanRequest,
  BanRule,
  ChannelListFilter,
  ChannelListItem,
  ChannelUser,
  ChannelUsers,
} from "./types.ts";

/**
 * Channel management: who is in a channel, and who may be. Every method rejects with an {@link AgoraError}. For servers: the
 * proxy for pages does not serve it. Agora docs: RTC REST API, channel management.
 */
export interface Channels {
  /** Asks who is in a channel, for instance before it is recorded. `hostsOnly`: in profile 2, without the audience. */
  users(cname: string, options?: CallOptions & { hostsOnly?: boolean }): Promise<ChannelUsers>;
  /** Asks for one user. String user accounts are not supported. */
  user(cname: string, uid: number | string, options?: CallOptions): Promise<ChannelUser>;
  /** All channels with users, page after page as you iterate. While people come and go a channel may come twice or be missed. */
  list(filter?: ChannelListFilter, options?: CallOptions): AsyncIterable<ChannelListItem>;
  /**
   * Takes privileges away from a user, a channel or an address; with `join_channel` users who are in the channel have to leave. Keep the
   * `id`. Sent once, because a repeat makes a second rule: after a lost answer look for the rule with `bans`.
   */
  ban(request: BanRequest, options?: CallOptions): Promise<{ id: number }>;
  /** All rules of the project. */
  bans(options?: CallOptions): Promise<BanRule[]>;
  /** Lets a rule end at another time, counted from now. */
  updateBan(id: number, duration: BanDuration, options?: CallOptions): Promise<{ id: number; ts?: string }>;
  /** Ends a rule. */
  unban(id: number, options?: CallOptions): Promise<{ id: number }>;
}

/** Every operation of channel management, by the names of the methods. */
export const channelsOperations = { users, user, list, ban, bans, updateBan, unban } as const satisfies {
  readonly [Name in keyof Channels]: { readonly name: `channels.${Name}` };
};

/** The operations over a context that another factory may share. */
export function bindChannels(context: ClientContext): Channels {
  return {
    users: (cname, { hostsOnly = false, ...options } = {}) => run(context, users, { cname, hostsOnly }, options),
    user: (cname, uid, options) => run(context, user, { cname, uid }, options),
    list: (filter = {}, options) => listAll(context, filter, options),
    ban: (request, options) => run(context, ban, request, options),
    bans: (options) => run(context, bans, {}, options),
    updateBan: (id, duration, options) => run(context, updateBan, { ...duration, id }, options),
    unban: (id, options) => run(context, unban, { id }, options),
  };
}

/** A client of channel management alone: its methods are on the client itself, and in `channels` as in every client. */
export interface ChannelsClient extends Channels {
  readonly appId: string;
  readonly channels: Channels;
}

/**
 * A client of channel management alone, for a small bundle. Takes the options of `createAgoraClient`.
 *
 * @throws AgoraValidationError of kind `invalid-config` when the options cannot work
 */
export function createChannels(options: AgoraClientOptions): ChannelsClient {
  return createClient(options, (context) => {
    const channels = bindChannels(context);
    return { ...channels, channels };
  });
}
