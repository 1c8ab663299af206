// What the page asks for and the Worker allows: uids that nobody in a channel has. Whoever enters with the uid of somebody
// who is there throws that person out.

/** Another for each mode: they are different recordings, and of each runs one. */
export const recorderUids = { mix: "900001", raw: "900002", web: "900003" } as const;

/** The bot that sends the captions into the channel. */
export const captionBotUid = "47091";
/** Of v6, which has a second one. */
export const listeningBotUid = "47092";
