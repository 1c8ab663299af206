import type { Sentences } from "../../errors/explanation.ts";

/** What only Cloud Recording answers. */
export const recording = {
  "bad-http-request": [
    "The service cannot read the request as an API call.",
    "Check that no proxy or custom fetch changes the method, path, Content-Type or JSON body.",
  ],
  "invalid-channel-name": [
    "The channel name (cname) is too long, or has a character that Agora does not allow.",
    "Use at most 64 letters, digits, spaces and allowed punctuation marks, all ASCII.",
  ],
  "app-not-active": [
    "The project or its account is not active.",
    "Check the balance and the project status in Agora Console.",
  ],
  "concurrency-limit": [
    "The project already runs as many recordings as it may.",
    "Stop recordings that are no longer needed, or wait; Agora support can raise the limit.",
  ],
  "internal-error": [
    "The service failed internally before anything was started.",
    "Wait a few seconds, then call acquire again.",
  ],
  "no-resources": [
    "Agora has no free recorder at the moment; nothing was started.",
    "Wait a few seconds, then call acquire again.",
  ],
  "allocate-timeout": [
    "Agora did not find a recorder in time; nothing was started.",
    "Wait a few seconds, then call acquire again.",
  ],
  "already-started": [
    "This resource ID has been started before: the first start worked, and there is no second recording.",
    "Keep that recording, with the sid that its start returned; if that answer was lost, a notification brings the sid.",
  ],
  "task-conflict": [
    "A recording with the same channel name and uid is running under another resource ID.",
    "Keep that recording, or call acquire and start with another uid.",
  ],
  "start-timeout": [
    "The recorder did not answer the start in time; the recording may be running.",
    "Repeat start with the same resource ID after 3, 6 and 9 s; already-started then means that it worked. If every try fails, call acquire and start again.",
  ],
  "start-server-error": [
    "The service failed during the start; the recording may be running.",
    "Repeat start with the same resource ID after 3, 6 and 9 s; already-started then means that it worked. If every try fails, call acquire and start with another uid.",
  ],
  "undocumented-15": [
    "The start failed with code 15, which Agora does not document; the recording may be running.",
    "Repeat start with the same resource ID after 3, 6 and 9 s; already-started then means that it worked. If every try fails, call acquire and start with another uid.",
  ],
  "request-not-completed": [
    "The service received the call but did not confirm it; a change may have taken effect.",
    "Make the same call again after 3 and 6 s; that is safe.",
  ],
  "request-not-completed/recording.start": [
    "The service received the start but did not confirm it; the recording may be running.",
    "Repeat start with the same resource ID after 3 and 6 s; already-started then means that it worked. If every try fails, call acquire and start again.",
  ],
  "request-not-completed/recording.query": [
    "The service received the query but did not complete it, which says nothing about the recording.",
    "Query again after 3 and 6 s.",
  ],
  "request-not-completed/recording.stop": [
    "The service received the stop but did not confirm it; the recording may still be running.",
    "Repeat stop after 3 and 6 s; already-stopping or task-not-found then means that it worked.",
  ],
  "backend-timeout": [
    "The recorder did not answer the change in time; it may have taken effect.",
    "Send the same values again after 3 and 6 s; that is safe.",
  ],
  "backend-timeout/recording.query": [
    "The recorder did not answer the query in time, which does not say whether the recording goes on.",
    "Query again after 5, 10, 15 and 30 s.",
  ],
  "backend-timeout/recording.stop": [
    "The recorder did not answer the stop in time; the recording may still be running.",
    "Repeat stop after 3, 6 and 9 s; already-stopping or task-not-found then means that it worked.",
  ],
  "query-server-error": [
    "The service failed during the query, which does not say whether the recording goes on.",
    "Query again after 5, 10, 15 and 30 s.",
  ],
  "rtc-token-expired": [
    "The RTC token has expired, so the recorder cannot join the channel.",
    "Create a token that outlasts the recording, then call acquire and start again.",
  ],
  "rtc-token-invalid": [
    "The RTC token is not valid for this recording, so the recorder cannot join the channel.",
    "Create a token for this App ID, channel name and uid, then call acquire and start again.",
  ],
  "resource-expired": [
    "The resource ID was not started within five minutes after acquire, so it is no longer valid.",
    "Call acquire again, then start at once.",
  ],
  "resource-unparsable": [
    "Agora cannot decode the resource ID, so it was cut or changed on the way.",
    "Use it exactly as acquire returned it, or call acquire again before a start.",
  ],
  "resource-mismatch": [
    "The resource ID was acquired for another App ID, channel name or uid, or another value is not valid.",
    "Use the values of that acquire, or call acquire again for the new ones.",
  ],
  "session-mismatch": [
    "The App ID, resource ID and sid do not belong to the same recording.",
    "Use the handle exactly as start returned it.",
  ],
  "no-worker": [
    "Agora could not assign a recorder; nothing was started.",
    "Wait a few seconds, then call acquire and start again.",
  ],
  "task-not-found": [
    "No recorder runs for this sid: the recording is over, or a failover of up to 90 s is under way. A change was not made.",
    "Query for 90 s; if the recorder is back, send the change again.",
  ],
  "task-not-found/recording.query": [
    "No recorder runs for this sid. The recording is over, never really started, or a failover of up to 90 s is under way.",
    "Query for 90 s; if no recorder is back by then, check the causes before starting again with another uid.",
  ],
  "task-not-found/recording.stop": [
    "No recorder runs for this sid. The recording is most likely over, unless a failover of up to 90 s is under way.",
    "Repeat stop for 90 s; if no recorder is back by then, treat the recording as stopped.",
  ],
  "service-exiting": [
    "The recorder is shutting down, as it does after a stop.",
    "Stop querying; the answer to stop and the notifications list the files.",
  ],
  "invalid-layout": ["The service refused the layout; nothing was changed.", "Correct the layout, then call again."],
  "invalid-parameter/recording.stop": [
    "The service refused a value in the stop request, so the recording goes on.",
    "Correct the value that the reason names, then call stop again at once.",
  ],
  "already-stopping": [
    "The recording is already ending, so there is nothing left to stop.",
    "Treat the recording as stopped; the answer to the first stop and the notifications list the files.",
  ],
  "upload-timeout": [
    "The stop took effect, but the upload takes longer than the 20 s or so that a synchronous stop waits.",
    "Do not stop again; wait for the notification that the files are uploaded, and use async_stop next time.",
  ],
  "nothing-recorded": [
    "There are no files, because the recording received no audio or video.",
    "If files were expected, check the channel name, the publishers and the subscription lists.",
  ],
  partial: [
    "The service answered only in part: the call is not completed, files are not uploaded yet, or nothing was recorded.",
    "Check the state before repeating the call.",
  ],
} satisfies Sentences;
