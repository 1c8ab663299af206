/** The header in which a page shows the proxy that something is its own. */
export const grantHeader = "x-agora-edge-grant";
