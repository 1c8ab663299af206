/** Where the Worker has what was recorded in a channel. */
export const recordingsUrl = (channel: string): string => `/api/recordings/${encodeURIComponent(channel)}`;

/** A file of a recording; `master.m3u8` is all of it, with subtitles. */
export const fileUrl = (channel: string, sid: string, fileName: string): string =>
  `${recordingsUrl(channel)}/${encodeURIComponent(sid)}/${encodeURIComponent(fileName)}`;
