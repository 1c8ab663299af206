/** Who is in a channel: what the service says, and the same in one form for both profiles. Agora docs: Query the user list */
export interface ChannelUsers {
  /** As the service spells it. */
  readonly channel_exist: boolean;
  /** The same: whether anybody is there. A channel comes with its first user and goes with its last. */
  readonly exists: boolean;
  /** 1: communication profile. 2: live broadcasting profile. */
  readonly mode?: number;
  /** Everybody, in profile 1. */
  readonly users?: readonly number[];
  /** How many users there are, in profile 1. */
  readonly total?: number;
  /** Who may publish, in profile 2. */
  readonly broadcasters?: readonly number[];
  /** Who only listens, in profile 2: the first 10,000. */
  readonly audience?: readonly number[];
  /** How many only listen, in profile 2. */
  readonly audience_total?: number;
  /** Everybody that the answer names, hosts first; as strings, like the uids of a recording. */
  readonly uids: readonly string[];
  /** How many there are, more than are named where the audience is large. */
  readonly count: number;
}

/** One user of a channel. Agora docs: Query the user status */
export interface ChannelUser {
  /** As the service spells it. Without it there is nothing else. */
  readonly in_channel: boolean;
  /** The same. */
  readonly inChannel: boolean;
  readonly uid?: number;
  /** When the user joined, in Unix seconds. */
  readonly join?: number;
  /** 0: unknown. 1: user in profile 1. 2: host. 3: audience. */
  readonly role?: number;
  /** 0: others. 1: Android. 2: iOS. 5: Windows. 6: Linux. 7: web. 8: macOS. */
  readonly platform?: number;
}

/** A channel with users in it. Agora docs: Query the channel list */
export interface ChannelListItem {
  /** The name of the channel, as the service spells it. */
  readonly channel_name: string;
  /** The same, as recordings call it. */
  readonly cname: string;
  /** How many users are in it. */
  readonly user_count: number;
}

/** Which page of the list of channels is asked for. */
export interface ChannelListFilter {
  /** From 0. Default: the first. The following pages come by themselves. */
  readonly page_no?: number | undefined;
  /** Channels on one page, 1 to 500. Default 100. */
  readonly page_size?: number | undefined;
}

/** What a rule takes away: being in the channel, or sending into it. */
export type ChannelPrivilege = "join_channel" | "publish_audio" | "publish_video" | (string & {});

/** How long a rule holds. Without either: an hour. */
export interface BanDuration {
  /** Minutes, 1 to 1440. 0 makes no rule: users in the channel have to leave, and may come back. */
  readonly time?: number | undefined;
  /** Seconds, 10 to 86,430, or 0 as in `time`. Takes precedence over `time`. */
  readonly time_in_seconds?: number | undefined;
}

/**
 * Whom a rule is about: a user in a channel, a user anywhere (`uid` alone), everybody in a channel (`cname` alone), or an
 * address. Agora docs: Create a banning rule
 */
export interface BanRequest extends BanDuration {
  readonly cname?: string | undefined;
  /** Not 0. */
  readonly uid?: number | string | undefined;
  /** Every user with this address is meant. */
  readonly ip?: string | undefined;
  /** What the users may no longer do. */
  readonly privileges: readonly ChannelPrivilege[];
}

/** A rule that holds. What is there has the documented type. Agora docs: Get the banning rule list */
export interface BanRule {
  /** Needed to change or end the rule: keep it, because a list may lack rules while the network is bad. */
  readonly id: number;
  /** The App ID, as the service spells it. */
  readonly appid?: string;
  readonly cname?: string;
  readonly uid?: number;
  /** Every user with this address. */
  readonly ip?: string;
  /** When it ends, in ISO 8601, as the next two. */
  readonly ts?: string;
  /** When it was made, in ISO 8601. */
  readonly createAt?: string;
  /** When it was changed last, in ISO 8601. */
  readonly updateAt?: string;
  /** What the users may not do. */
  readonly privileges?: readonly ChannelPrivilege[];
}
