/** The parameters of an update. The commas of the mask stay, as documented. */
export function updateQuery(sequenceId: number, mask: string): string {
  return `sequenceId=${sequenceId}&updateMask=${encodeURIComponent(mask).replaceAll("%2C", ",")}`;
}
