import type { Locale } from "../../errors/explanation.ts";

/** What only sessions and the server side raise. */
export const extra = {
  "invalid-state": [
    "Not possible now",
    "The command does not fit the present status of the session; nothing was sent.",
    "Check the status first: stop what is running before a reset, and start before an update.",
  ],
  "invalid-signature": [
    "Signature does not match",
    "The signature of the notification does not fit the secret, so the notification was not accepted.",
    "Compare the secret with the one in Agora Console, and verify the body exactly as it arrived.",
    "secret of another project",
    "body parsed or changed before the check",
    "sender other than Agora",
  ],
} satisfies Partial<Locale>;
