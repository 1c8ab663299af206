/** How long things take on the service's side, in ms. */

/** From start to the recorder's attempt to join. */
export const joinMs = 3_000;
/** From the error of an uploader with wrong keys to its end. */
export const uploaderErrorMs = 1_000;
/** A page is recorded about 5 s after start. */
export const pageSetupMs = 2_000;
export const pageFailureMs = 1_000;
export const cdnConnectMs = 2_000;
/** How long a task takes to leave; a stop in between is a repeated one. */
export const leavingMs = 3_000;
/** How long a synchronous stop may take. */
export const syncStopMs = 20_000;
export const resourceLifeMs = 5 * 60_000;
export const progressMs = 60_000;
export const hourMs = 3_600_000;
/** A task survives that many lost servers. */
export const failoverBudget = 3;
/** The service handles that many users of a channel. */
export const recordedUsers = 17;
