/**
 * A name of your app (of a user, a channel) as one folder of `fileNamePrefix`, which takes letters and digits only. Two names
 * never have the same folder: small letters and digits stay, everything else becomes its number, so that `alice-x` is
 * `aliceX2DXx`. All folders together have 128 characters at most.
 */
export function folderName(name: string): string {
  return name.replace(/[^a-z\d]/g, (other) => `X${other.charCodeAt(0).toString(16).toUpperCase()}X`);
}
