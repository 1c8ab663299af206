/** The key of a recording session without a name of its own. */
export function recordingKey(
  appId: string,
  { key, cname, uid }: { key?: string | undefined; cname: string; uid: string },
): string {
  return key ?? ["agora-edge", appId, "recording", cname, uid].join(":");
}
