/** How often a session looks whether it still runs. A failover of the fake is soon over; else the SDK's default spares the quota. */
export const monitorOptions = import.meta.env.VITE_FAKE === "1" ? { monitor: { interval: 10_000 } } : {};
