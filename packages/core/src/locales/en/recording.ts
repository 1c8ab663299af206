import type { Locale } from "../../errors/explanation.ts";

/** What only Cloud Recording answers. */
export const recording = {
  "bad-http-request": [
    "Malformed request",
    "The service cannot read the request as an API call.",
    "Check that no proxy or custom fetch changes the method, path, Content-Type or JSON body.",
  ],
  "invalid-channel-name": [
    "Channel name not allowed",
    "The channel name (cname) is too long, or has a character that Agora does not allow.",
    "Use at most 64 letters, digits, spaces and allowed punctuation marks, all ASCII.",
  ],
  "app-not-active": [
    "Project not active",
    "The project or its account is not active.",
    "Check the balance and the project status in Agora Console.",
    "overdue payment",
    "disabled project",
  ],
  "concurrency-limit": [
    "Too many recordings at once",
    "The project already runs as many recordings as it may.",
    "Stop recordings that are no longer needed, or wait; Agora support can raise the limit.",
  ],
  "internal-error": [
    "Internal error",
    "The service failed internally before anything was started.",
    "Wait a few seconds, then call acquire again.",
  ],
  "no-resources": [
    "No capacity",
    "Agora has no free recorder at the moment; nothing was started.",
    "Wait a few seconds, then call acquire again.",
  ],
  "allocate-timeout": [
    "Acquire timed out",
    "Agora did not find a recorder in time; nothing was started.",
    "Wait a few seconds, then call acquire again.",
  ],
  "already-started": [
    "Already started",
    "This resource ID has been started before: the first start worked, and there is no second recording.",
    "Keep that recording, with the sid that its start returned; if that answer was lost, a notification brings the sid.",
  ],
  "task-conflict": [
    "Another recording has this uid",
    "A recording with the same channel name and uid is running under another resource ID.",
    "Keep that recording, or call acquire and start with another uid.",
  ],
  "start-timeout": [
    "Start timed out",
    "The recorder did not answer the start in time; the recording may be running.",
    "Repeat start with the same resource ID after 3, 6 and 9 s; already-started then means that it worked. If every try fails, call acquire and start again.",
  ],
  "start-server-error": [
    "Server error on start",
    "The service failed during the start; the recording may be running.",
    "Repeat start with the same resource ID after 3, 6 and 9 s; already-started then means that it worked. If every try fails, call acquire and start with another uid.",
  ],
  "undocumented-15": [
    "Undocumented error",
    "The start failed with code 15, which Agora does not document; the recording may be running.",
    "Repeat start with the same resource ID after 3, 6 and 9 s; already-started then means that it worked. If every try fails, call acquire and start with another uid.",
  ],
  "request-not-completed": [
    "Call not confirmed",
    "The service received the call but did not confirm it; a change may have taken effect.",
    "Make the same call again after 3 and 6 s; that is safe.",
  ],
  "request-not-completed/recording.start": [
    "Start not confirmed",
    "The service received the start but did not confirm it; the recording may be running.",
    "Repeat start with the same resource ID after 3 and 6 s; already-started then means that it worked. If every try fails, call acquire and start again.",
  ],
  "request-not-completed/recording.query": [
    "Query not completed",
    "The service received the query but did not complete it, which says nothing about the recording.",
    "Query again after 3 and 6 s.",
  ],
  "request-not-completed/recording.stop": [
    "Stop not confirmed",
    "The service received the stop but did not confirm it; the recording may still be running.",
    "Repeat stop after 3 and 6 s; already-stopping or task-not-found then means that it worked.",
  ],
  "backend-timeout": [
    "Change timed out",
    "The recorder did not answer the change in time; it may have taken effect.",
    "Send the same values again after 3 and 6 s; that is safe.",
  ],
  "backend-timeout/recording.query": [
    "Query timed out",
    "The recorder did not answer the query in time, which does not say whether the recording goes on.",
    "Query again after 5, 10, 15 and 30 s.",
  ],
  "backend-timeout/recording.stop": [
    "Stop timed out",
    "The recorder did not answer the stop in time; the recording may still be running.",
    "Repeat stop after 3, 6 and 9 s; already-stopping or task-not-found then means that it worked.",
  ],
  "query-server-error": [
    "Server error on query",
    "The service failed during the query, which does not say whether the recording goes on.",
    "Query again after 5, 10, 15 and 30 s.",
  ],
  "rtc-token-expired": [
    "Channel token expired",
    "The RTC token has expired, so the recorder cannot join the channel.",
    "Create a token that outlasts the recording, then call acquire and start again.",
  ],
  "rtc-token-invalid": [
    "Channel token not accepted",
    "The RTC token is not valid for this recording, so the recorder cannot join the channel.",
    "Create a token for this App ID, channel name and uid, then call acquire and start again.",
  ],
  "resource-expired": [
    "Resource ID expired",
    "The resource ID was not started within five minutes after acquire, so it is no longer valid.",
    "Call acquire again, then start at once.",
  ],
  "resource-unparsable": [
    "Resource ID damaged",
    "Agora cannot decode the resource ID, so it was cut or changed on the way.",
    "Use it exactly as acquire returned it, or call acquire again before a start.",
  ],
  "resource-mismatch": [
    "Resource ID does not fit",
    "The resource ID was acquired for another App ID, channel name or uid, or another value is not valid.",
    "Use the values of that acquire, or call acquire again for the new ones.",
  ],
  "session-mismatch": [
    "sid does not fit",
    "The App ID, resource ID and sid do not belong to the same recording.",
    "Use the handle exactly as start returned it.",
  ],
  "no-worker": [
    "No recorder available",
    "Agora could not assign a recorder; nothing was started.",
    "Wait a few seconds, then call acquire and start again.",
  ],
  "task-not-found": [
    "No running recorder",
    "No recorder runs for this sid, so nothing was changed. The recording is over, or a failover of up to 90 s is under way.",
    "Query for 90 s; if the recorder is back, send the change again.",
  ],
  "task-not-found/recording.query": [
    "No running recorder",
    "No recorder runs for this sid. The recording is over, never really started, or a failover of up to 90 s is under way.",
    "Query for 90 s; if no recorder is back by then, check the causes before starting again with another uid.",
    "stopped, or nobody published for maxIdleTime",
    "wrong RTC token or storage keys",
    "wrong transcodingConfig",
    "uid already in the channel",
  ],
  "task-not-found/recording.stop": [
    "No recorder to stop",
    "No recorder runs for this sid. The recording is most likely over, unless a failover of up to 90 s is under way.",
    "Repeat stop for 90 s; if no recorder is back by then, treat the recording as stopped.",
  ],
  "service-exiting": [
    "Recording is ending",
    "The recorder is shutting down, as it does after a stop.",
    "Stop querying; the answer to stop and the notifications list the files.",
  ],
  "invalid-layout": [
    "Invalid layout",
    "The service refused the layout; nothing was changed.",
    "Correct the layout, then call again.",
  ],
  "invalid-parameter/recording.stop": [
    "Stop refused",
    "The service refused a value in the stop request, so the recording goes on.",
    "Correct the value that the reason names, then call stop again at once.",
  ],
  "already-stopping": [
    "Already stopping",
    "The recording is already ending, so there is nothing left to stop.",
    "Treat the recording as stopped; the answer to the first stop and the notifications list the files.",
    "repeated stop",
    "recorder removed from the channel",
    "nobody published for maxIdleTime",
  ],
  "upload-timeout": [
    "Upload still running",
    "The stop took effect, but the upload takes longer than the 20 s or so that a synchronous stop waits.",
    "Do not stop again; wait for the notification that the files are uploaded, and use async_stop next time.",
  ],
  "nothing-recorded": [
    "Nothing recorded",
    "There are no files, because the recording received no audio or video.",
    "If files were expected, check the channel name, the publishers and the subscription lists.",
  ],
  partial: [
    "Incomplete answer",
    "The service answered only in part: the call is not completed, files are not uploaded yet, or nothing was recorded.",
    "Check the state before repeating the call.",
  ],
} satisfies Partial<Locale>;
