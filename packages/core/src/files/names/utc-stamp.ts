/** A time as file names and playlists have it: `YYYYMMDDhhmmssSSS` in UTC, from ms since the epoch. */
export function formatUtcStamp(time: number): string {
  return new Date(time).toISOString().replace(/\D/g, "");
}

/** The opposite. Undefined for digits that are no date. */
export function parseUtcStamp(stamp: string): number | undefined {
  const [, date, month, day, hours, minutes, seconds, ms] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/.exec(stamp) ?? [];
  const time = Date.parse(`${date}-${month}-${day}T${hours}:${minutes}:${seconds}.${ms}Z`);
  return Number.isFinite(time) && formatUtcStamp(time) === stamp ? time : undefined;
}
