/** The key of a recording session that names none. */
export function recordingKey(
  appId: string,
  { key, cname, uid }: { key?: string | undefined; cname: string; uid: string },
): string {
  return key ?? ["agora-edge", appId, "recording", cname, uid].join(":");
}
