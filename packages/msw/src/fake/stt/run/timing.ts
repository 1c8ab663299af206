/** How long things take, in ms. */
export const leaseMs = 5 * 60_000;
export const updateGapMs = 5_000;
/** From join to RUNNING. */
export const joinMs = 1_000;
/** From a stop to its end. */
export const leavingMs = 500;
export const dayMs = 24 * 3_600_000;
/** An agent lives no longer than that, busy or not. */
export const lifetimeMs = 3 * dayMs;
/** Event 104 comes so long before the token of the bot runs out. */
export const tokenWarningMs = 30_000;
export const progressMs = 60_000;
/** From start to each status of a task; the bots enter the channel when it is created. */
export const taskTimeline = { PREPARED: 200, STARTING: 400, CREATED: 600, STARTED: 1_000, IN_PROGRESS: 1_500 } as const;
