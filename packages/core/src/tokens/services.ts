import { concat, sizedText, uint16, uint32, type Reader } from "./bytes.ts";

/** What a token is good for, by the number of the service. Others are read as far as their layout is known. */
export const TokenService = { Rtc: 1, Rtm: 2, Stt: 10 } as const;

/** What the service RTC can allow, by number. */
export const RtcPrivilege = { Join: 1, PublishAudio: 2, PublishVideo: 3, PublishData: 4 } as const;

/**
 * Seconds after the issue of the token until which something is allowed, by the number of the privilege. 0: as long as
 * the token lives.
 */
export type TokenPrivileges = Readonly<Partial<Record<number, number>>>;

/** A channel, for one user or for any. */
export interface RtcTokenService {
  readonly type: typeof TokenService.Rtc;
  /** Patterns with `*` fit several channels. */
  readonly channelName: string;
  /** The number 0, or a text with `*`, fits several users. The text `"0"` is a user account of that name. */
  readonly uid: number | string;
  /** {@link RtcPrivilege} */
  readonly privileges: TokenPrivileges;
}

/** A login to Signaling. */
export interface RtmTokenService {
  readonly type: typeof TokenService.Rtm;
  /** The user of Signaling. */
  readonly userId: string;
  /** 1 is the login. */
  readonly privileges: TokenPrivileges;
}

/** Calls of Real-Time STT. */
export interface SttTokenService {
  readonly type: typeof TokenService.Stt;
  /** Seconds after the issue, by the number of the privilege. */
  readonly privileges?: TokenPrivileges | undefined;
}

/** A service that a token opens, with its privileges. */
export type AccessTokenService = RtcTokenService | RtmTokenService | SttTokenService;

/** A service as a token holds it. `fields` are its texts, in their order. */
export interface PackedService {
  readonly type: number;
  readonly privileges: Readonly<Record<number, number>>;
  readonly fields: readonly string[];
}

/** How many texts follow the privileges, by type. What follows those of 7 and 8 is not needed for a diagnosis. */
const texts: Readonly<Record<number, number>> = { 1: 2, 2: 1, 3: 2, 4: 0, 5: 1, 6: 2, 9: 0, 10: 0 };

/** The number 0 is written as no text at all, which lets any user in. */
const uidText = (uid: number | string): string => (uid === 0 ? "" : String(uid));

function fieldsOf(service: AccessTokenService): string[] {
  if (service.type === TokenService.Rtc) return [service.channelName, uidText(service.uid)];
  return service.type === TokenService.Rtm ? [service.userId] : [];
}

export function packService(service: AccessTokenService): Uint8Array<ArrayBuffer> {
  // Integer keys come in ascending order, as the format wants them.
  const privileges = Object.entries(service.privileges ?? {});
  return concat(
    uint16(service.type),
    uint16(privileges.length),
    ...privileges.map(([privilege, seconds = 0]) => concat(uint16(Number(privilege)), uint32(Math.floor(seconds)))),
    ...fieldsOf(service).map(sizedText),
  );
}

/** The next service; undefined if its layout is not known: then nothing after it can be read either. */
export function readService(reader: Reader): PackedService | undefined {
  const type = reader.uint16();
  const count = texts[type];
  if (count === undefined) return undefined;
  const privileges: Record<number, number> = {};
  for (let left = reader.uint16(); left > 0; left--) {
    const privilege = reader.uint16();
    privileges[privilege] = reader.uint32();
  }
  return { type, privileges, fields: Array.from({ length: count }, () => reader.text()) };
}
