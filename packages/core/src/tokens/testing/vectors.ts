import type { AccessTokenService, TokenPrivileges } from "../services.ts";
import vectors from "./vectors.json" with { type: "json" };

export const { positive } = vectors;

interface NegativeVector {
  name: string;
  expect: string;
  input?: { appId: string; appCertificate: string; services?: never[] };
  token?: string;
  appCertificate?: string;
}

export const negative: readonly NegativeVector[] = vectors.negative;

type Vector = (typeof positive)[number];

/** What the builders of Agora's own library put into a token, as services of ours. */
export function servicesOf({ args, name }: Vector): { services: AccessTokenService[]; expiresIn: number } {
  const given: Record<string, unknown> = args;
  const number = (key: string, otherwise = 0) => Number(given[key] ?? otherwise);
  const text = (key: string) => String(given[key]);
  if ("services" in args) return { services: args.services as AccessTokenService[], expiresIn: number("expire") };
  const expiresIn = number("tokenExpire", number("rtcTokenExpire"));
  const join = number("joinChannelPrivilegeExpire", number("privilegeExpire"));
  const publish: TokenPrivileges = {
    2: number("pubAudioPrivilegeExpire", number("privilegeExpire")),
    3: number("pubVideoPrivilegeExpire", number("privilegeExpire")),
    4: number("pubDataStreamPrivilegeExpire", number("privilegeExpire")),
  };
  const isSubscriber = (given.role ?? given.rtcRole) === "subscriber";
  const uid = (given.uid ?? given.account ?? given.rtcAccount) as string | number;
  const channelName = text("channelName");
  const rtc = { type: 1, channelName, uid, privileges: { 1: join, ...(isSubscriber ? {} : publish) } } as const;
  const services: AccessTokenService[] = [rtc];
  if (/^rtc-rtm|^stt/.test(name)) {
    const privileges = { 1: number("rtmTokenExpire", number("tokenExpire")) };
    services.push({ type: 2, userId: String(given.rtmUserId ?? given.account), privileges });
  }
  if (name.startsWith("stt")) services.push({ type: 10 });
  return { services, expiresIn };
}
