// Uids that nobody in a channel has: whoever enters with the uid of somebody who is there throws that person out. So they
// are said here, and not by who calls.

export const recorderUid = "900001";
/** The bot that sends captions into the channel. */
export const captionBotUid = "900002";
/** Of v6, which has a second one. */
export const listeningBotUid = "900003";
