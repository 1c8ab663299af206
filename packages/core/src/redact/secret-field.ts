/** What stands where a secret was. */
export const redacted = "[redacted]";

/** Fields whose values open something: storage, channel, account. Compared without case and separators. */
const secretFields =
  /^(authorization|cookie|accesskey|secretkey|salt|appcertificate|password|tokenname)$|(token|secret|grant|seed)$/;

export function isSecretField(name: string): boolean {
  return secretFields.test(name.toLowerCase().replace(/[-_]/g, ""));
}
