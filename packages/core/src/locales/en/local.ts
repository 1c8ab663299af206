import type { Sentences } from "../../errors/explanation.ts";

/** What goes wrong on this side, with no answer: all that pages and sessions need. */
export const local = {
  "client-timeout": ["No answer came within the time limit.", "Call again, or allow a longer timeout."],
  "network-error": [
    "The connection failed before an answer came.",
    "Check the network and the fetch that the client uses, then call again.",
  ],
  "unexpected-response": ["The answer is not what Agora documents.", "Check what answers at baseUrl, then call again."],
  aborted: ["The app cancelled the call.", "Call again if it is still wanted."],
  "in-doubt": ["This call may have taken effect all the same.", "Before calling again, check whether it has."],
  "invalid-config": [
    "The client cannot work with the options that it was created with.",
    "Correct the option named with this error.",
  ],
  "invalid-request": [
    "The request was refused before it was sent; nothing was started or changed.",
    "Correct the values named with this error, then call again.",
  ],
} satisfies Sentences;
