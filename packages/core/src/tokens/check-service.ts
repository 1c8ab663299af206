import { checkChannelName, checkObject, checkSeconds, checkUid, checkUserId, maxUint32 } from "./check.ts";
import { refuseValue } from "./refuse.ts";
import { TokenService } from "./services.ts";

/** The highest number of a privilege. For speech-to-text no privilege is documented, so it is the highest that fits into the format. */
function highestOf(type: unknown): number {
  if (type === TokenService.Rtc) return 4;
  return type === TokenService.Rtm ? 1 : 65_535;
}

/** Refuses privileges that the service does not have, and an empty list if the token would then allow nothing. */
export function checkPrivileges(path: string, type: unknown, privileges: unknown): void {
  if (privileges === undefined && type === TokenService.Stt) return;
  const last = highestOf(type);
  checkObject(path, privileges);
  const entries = Object.entries(privileges);
  if (entries.length === 0 && type !== TokenService.Stt) refuseValue(path, "must allow something", privileges);
  for (const [name, seconds] of entries) {
    const at = `${path}.${name}`;
    if (!/^[1-9]\d*$/.test(name) || Number(name) > last) {
      refuseValue(at, `is no privilege of this service: it has ${last === 1 ? "1" : `1 to ${last}`}`, undefined);
    }
    checkSeconds(at, seconds, 0, maxUint32);
  }
}

export function checkService(path: string, service: unknown): void {
  checkObject(path, service);
  const { type, privileges } = service;
  if (type === TokenService.Rtc) {
    checkChannelName(`${path}.channelName`, service.channelName);
    checkUid(`${path}.uid`, service.uid);
  } else if (type === TokenService.Rtm) {
    checkUserId(`${path}.userId`, service.userId);
  } else if (type !== TokenService.Stt) {
    refuseValue(`${path}.type`, `must be one of ${Object.values(TokenService).join(", ")} (TokenService)`, type);
  }
  checkPrivileges(`${path}.privileges`, type, privileges);
}
