/*
 * Milliseconds before each repeat of what got no answer. The client, the catalogue and the edition for pages have them from here.
 */

/** Of a start or stop: only two. They may be sent again because the service carries each out only once. */
export const guardedDelays: readonly number[] = [3000, 6000];

/** Where the connection failed. */
export const connectionDelays: readonly number[] = [1000, 3000, 6000];

/** Where the time ran out. */
export const timeoutDelays: readonly number[] = [3000, 6000, 9000];
