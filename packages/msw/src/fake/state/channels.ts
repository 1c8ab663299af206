import { Overrides } from "../runtime/overrides.ts";
import type { VideoCodec } from "../recording/task/codecs.ts";

/** Somebody in an RTC channel, the recorder not counted. */
export interface ChannelUser {
  readonly uid: string;
  /** Whether the user sends audio. */
  readonly audio: boolean;
  /** Whether the user sends video. */
  readonly video: boolean;
  /** Only a host can send. */
  readonly role: "host" | "audience";
  /** Of the user's video. */
  readonly codec: VideoCodec;
}

/** How somebody is in a channel of the fake. */
export interface JoinOptions {
  /** What the user sends; a host sends both unless told otherwise, an audience member can send nothing. */
  publish?: boolean | { audio?: boolean; video?: boolean };
  /** Default: `host`. */
  role?: "host" | "audience";
  /**
   * Of the video, and in the names of files in mode `raw`. Browsers send VP8 as well: `raw` then writes an MPD, and so does
   * the stream mode `standard` of `individual`. Default: h264
   */
  codec?: VideoCodec;
}

/** Who is where, in the order of joining. */
export class Channels {
  #channels = new Map<string, readonly ChannelUser[]>();
  readonly #times = new Map<string, number>();
  readonly #denies: (privilege: string, cname: string, uid: string) => boolean;

  /** `denies`: who must not be in a channel, or send into it. */
  constructor(denies: (privilege: string, cname: string, uid: string) => boolean = () => false) {
    this.#denies = denies;
  }

  /** What keeps everybody from sending. */
  readonly silencing = new Overrides<true>();

  users(cname: string): readonly ChannelUser[] {
    const users = this.#joined(cname).map((user) => this.#heard(cname, user));
    return this.silencing.isEmpty ? users : users.map((user) => ({ ...user, audio: false, video: false }));
  }

  /** What arrives of what somebody sends. */
  #heard(cname: string, user: ChannelUser): ChannelUser {
    const audio = user.audio && !this.#denies("publish_audio", cname, user.uid);
    const video = user.video && !this.#denies("publish_video", cname, user.uid);
    return audio === user.audio && video === user.video ? user : { ...user, audio, video };
  }

  #joined(cname: string): readonly ChannelUser[] {
    return this.#channels.get(cname) ?? [];
  }

  /** When somebody who is there came, in ms. */
  joinedAt(cname: string, uid: string): number {
    return this.#times.get(`${cname}/${uid}`) ?? 0;
  }

  /** Joining again changes what the user sends and keeps the place in the order. Who is banned does not get in. */
  join(cname: string, uid: string, options: JoinOptions = {}, now = 0): void {
    if (this.#denies("join_channel", cname, uid)) return;
    const user = { uid, role: options.role ?? "host", codec: options.codec ?? "h264", ...mediaOf(options) } as const;
    const users = this.#joined(cname);
    const known = users.some((other) => other.uid === uid);
    if (!known) this.#times.set(`${cname}/${uid}`, now);
    this.#channels.set(cname, known ? users.map((other) => (other.uid === uid ? user : other)) : [...users, user]);
  }

  leave(cname: string, uid: string): void {
    const left = this.#joined(cname).filter((user) => user.uid !== uid);
    if (left.length > 0) this.#channels.set(cname, left);
    else this.#channels.delete(cname);
  }

  get names(): string[] {
    return [...this.#channels.keys()];
  }

  clear(): void {
    this.#channels.clear();
    this.silencing.clear();
  }
}

function mediaOf({ publish = true, role }: JoinOptions): { audio: boolean; video: boolean } {
  if (role === "audience") return { audio: false, video: false };
  if (typeof publish === "boolean") return { audio: publish, video: publish };
  return { audio: publish.audio ?? false, video: publish.video ?? false };
}
