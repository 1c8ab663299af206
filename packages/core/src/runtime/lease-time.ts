/** How long what was acquired can be started, in milliseconds: resource IDs and builder tokens alike. Agora docs: acquire. */
export const leaseTime = 5 * 60_000;
