import { Layers } from "./layers.ts";
import type { VideoCodec } from "./tasks/codecs.ts";

/** Somebody in an RTC channel, the recorder not counted. */
export interface ChannelUser {
  readonly uid: string;
  readonly audio: boolean;
  readonly video: boolean;
  readonly role: "host" | "audience";
  readonly codec: VideoCodec;
}

export interface JoinOptions {
  /** What the user sends; a host sends both unless told otherwise, an audience member can send nothing. */
  publish?: boolean | { audio?: boolean; video?: boolean };
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

  /** What keeps everybody from sending. */
  readonly silencing = new Layers<true>();

  users(cname: string): readonly ChannelUser[] {
    const users = this.#joined(cname);
    return this.silencing.isEmpty ? users : users.map((user) => ({ ...user, audio: false, video: false }));
  }

  #joined(cname: string): readonly ChannelUser[] {
    return this.#channels.get(cname) ?? [];
  }

  /** Joining again changes what the user sends and keeps the place in the order. */
  join(cname: string, uid: string, options: JoinOptions = {}): void {
    const user = { uid, role: options.role ?? "host", codec: options.codec ?? "h264", ...mediaOf(options) } as const;
    const users = this.#joined(cname);
    const known = users.some((other) => other.uid === uid);
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
