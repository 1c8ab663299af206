import type { StateTexts } from "../../states/state-text.ts";

/** Every state in English. */
export const states: StateTexts = {
  "recording.status/0": [
    "Not started",
    "The service has the request, but the recording has not begun.",
    "Query again in a few seconds.",
  ],
  "recording.status/1": ["Initialized", "The recorder is set up and about to start.", "Query again in a few seconds."],
  "recording.status/2": ["Starting", "Recorder and uploader are coming up.", "Query again in a few seconds."],
  "recording.status/3": [
    "Partly ready",
    "Some components can work, usually the uploader; the others are still coming up.",
    "Query again in a few seconds.",
  ],
  "recording.status/4": ["Ready", "All components run, so the start worked; no file has been uploaded yet."],
  "recording.status/5": ["Recording", "The recording runs, and its first file has been uploaded."],
  "recording.status/6": [
    "Stopping",
    "The recording was told to stop and is winding down.",
    "Wait for the notification that the files are uploaded.",
  ],
  "recording.status/7": ["Stopped", "Nothing is recorded any longer; the service is about to shut down."],
  "recording.status/8": ["Ended", "The recording is over, and its service has shut down."],
  "recording.status/20": [
    "Broke off",
    "The service shut down because of a fault; the recording may be incomplete.",
    "Call acquire and start again with another uid.",
  ],

  "recording.serviceState/serviceIdle": ["Idle", "This module has not been put to work yet."],
  "recording.serviceState/serviceStarted": ["Started", "This module has been launched."],
  "recording.serviceState/serviceReady": ["Ready", "This module is prepared and can work."],
  "recording.serviceState/serviceInProgress": ["Working", "This module is doing its work."],
  "recording.serviceState/serviceCompleted": [
    "Completed",
    "The extension service has received all the content of the subscribed streams.",
  ],
  "recording.serviceState/servicePartialCompleted": [
    "Partly completed",
    "The extension service received some of the subscribed content, but not all of it.",
    "Find out which files are missing.",
  ],
  "recording.serviceState/serviceValidationFailed": [
    "Settings refused",
    "The extension service does not accept its settings; apiData may be wrong.",
    "Correct extensionServiceConfig, then call acquire and start again.",
  ],
  "recording.serviceState/serviceAbnormal": [
    "Not working properly",
    "This module has a fault.",
    "Query again; if the fault stays, start a new recording.",
  ],

  "recording.upload/uploaded": ["Uploaded", "Your cloud storage has all the files."],
  "recording.upload/backuped": [
    "Partly in the backup cloud",
    "No file is lost, but Agora could not write at least one to your storage, holds it in its backup cloud and moves it later.",
    "Wait for those files before playing or processing the recording. checkStorage of @agora-edge/core/files, or npx @agora-edge/cli doctor, says why your storage refused them.",
  ],
  "recording.upload/unknown": [
    "Upload state unknown",
    "The service cannot say whether the files have been uploaded.",
    "Look into the storage, or wait for the notification that the files are uploaded.",
  ],
  "recording.upload/unknow": [
    "Upload state unknown",
    "The service cannot say whether the files have been uploaded, and spells it the old way.",
    "Look into the storage, or wait for the notification that the files are uploaded.",
  ],
  "recording.upload/stranded": [
    "Upload postponed",
    "The files are still on Agora's recording server and are uploaded later; this is not a failure.",
    "Query again later, or wait for the notification that the files are uploaded.",
  ],

  "recording.extension/init": ["Initializing", "The extension service is getting ready."],
  "recording.extension/inProgress": ["Running", "The extension service is at work."],
  "recording.extension/exit": ["Ended", "The extension service has finished and is gone."],

  "recording.rtmp/connecting": ["Connecting", "The connection to the CDN is being set up.", "Wait a few seconds."],
  "recording.rtmp/publishing": ["Live", "The CDN is receiving the stream."],
  "recording.rtmp/onhold": ["Paused", "The CDN receives no stream, because the push is on hold."],
  "recording.rtmp/disconnected": [
    "Not connected",
    "The connection to the CDN failed; the recording itself goes on.",
    "Check the push address, and call update with a working one.",
  ],

  "recording.notificationError/32": [
    "Storage refused",
    "The settings of the cloud storage are wrong, so no file can be saved, and the recording will soon be gone.",
    "Correct storageConfig, then call acquire and start again.",
  ],
  "recording.notificationError/47": [
    "Upload failed",
    "A file did not reach your cloud storage.",
    "Check the storage; the backup cloud may still deliver the file.",
  ],
  "recording.notificationError/50": [
    "Upload timed out",
    "The files did not reach the cloud storage in time.",
    "Wait for the notification that they are uploaded or in the backup cloud (event 31 or 32).",
  ],
  "recording.notificationError/51": [
    "Files not processed",
    "The uploader could not handle the files of this recording.",
    "Give Agora support the sid.",
  ],
  "recording.notificationError/52": [
    "Service start timed out",
    "The service took too long to start; the recording may not be running.",
    "Query; if it is not running, call acquire and start again.",
  ],

  "recording.notificationWarning/31": [
    "Upload repeated",
    "The upload of a slice is being repeated; it goes to your cloud storage.",
  ],
  "recording.notificationWarning/32": [
    "Upload to the backup cloud",
    "The upload of a slice is being repeated; it goes to the backup cloud of Agora for now.",
  ],

  "recording.exit/0": ["Ended normally", "The recording is over, and its files have been uploaded."],
  "recording.exit/1": [
    "Ended abnormally",
    "A fault or a wrong parameter ended the recording.",
    "Look for the cause in the earlier notifications, then call acquire and start again.",
  ],

  "recording.leave/0": [
    "Recorder not initialized",
    "The recorder left because it could not be initialized.",
    "Check the parameters of start, then call acquire and start again.",
  ],
  "recording.leave/2": ["Interrupted", "The recorder left because a signal told its process to end."],
  "recording.leave/4": ["Nobody in the channel", "The recorder left because nobody else was in the channel."],
  "recording.leave/8": ["No meaning", "Agora documents this bit as one to disregard."],
  "recording.leave/16": ["Left by itself", "The recorder itself ended its stay in the channel."],

  "recording.webStop/0": ["Stopped on request", "The web page recording ended because somebody stopped it."],
  "recording.webStop/1": [
    "Time limit reached",
    "The recording ran as long as maxRecordingHour allows.",
    "Start a new recording if there is more to record.",
  ],
  "recording.webStop/2": [
    "Page not supported",
    "The page does something that the recorder cannot handle.",
    "Change the page as the notification of the limit (event 72) says, then start a new recording.",
  ],
  "recording.webStop/3": [
    "Engine did not start",
    "The engine that records the page failed to start.",
    "Call acquire and start again.",
  ],
  "recording.webStop/4": [
    "Page not ready in time",
    "The page did not call notifyReady within readyTimeout, not even after a reload.",
    "Make the page call notifyReady, or raise readyTimeout, then start a new recording.",
  ],
  "recording.webStop/5": [
    "Page not reachable",
    "The recorder could not open the URL of the page.",
    "Check that the URL opens from the internet without a login, then start a new recording.",
  ],
  "recording.webStop/6": [
    "Recorder failed",
    "A fault in the recorder of the page ended the recording.",
    "Call acquire and start again.",
  ],

  "recording.webLimit/resolution": [
    "Video too large",
    "A video on the page has too many pixels, so the recording stops.",
    "Keep every video within 1920 x 1080, then start a new recording.",
  ],
  "recording.webLimit/WebGL": [
    "WebGL not supported",
    "The page draws with WebGL, which cannot be recorded, so the recording stops.",
    "Take WebGL off the page, then start a new recording.",
  ],
  "recording.webLimit/bandwidth": [
    "Too much bandwidth",
    "The page sends or loads too much data, so the recording stops.",
    "Stay below 10 Mbit/s down and 2 Mbit/s up, then start a new recording.",
  ],

  "recording.webReload/audio_silence": [
    "Reloaded for its sound",
    "The sound of the page was lost, so the recorder loaded the page again.",
    "Make sure that the page finds its state again after a reload.",
  ],
  "recording.webReload/page_load_timeout": [
    "Reloaded after a timeout",
    "The page did not call notifyReady within readyTimeout, so the recorder loaded it again.",
    "Make the page call notifyReady in time: a second timeout ends the recording.",
  ],

  "webhook.health/590": [
    "Webhook timed out",
    "Your server did not answer the test event with status 200 within 10 s.",
    "Answer with 200 and a JSON body first, and do the work afterwards.",
  ],
  "webhook.health/591": [
    "Host name not found",
    "The DNS has no address for the host name of the webhook URL.",
    "Check the URL and the DNS records.",
  ],
  "webhook.health/592": [
    "Certificate not accepted",
    "Agora does not trust the TLS certificate of your server, or a firewall is in the way.",
    "Renew or complete the certificate chain, and check the firewall.",
  ],

  "sttTasks.status/IDLE": ["Idle", "The task exists but is not set up yet.", "Query again in a few seconds."],
  "sttTasks.status/PREPARING": ["Preparing", "The task is being set up.", "Query again in a few seconds."],
  "sttTasks.status/PREPARED": ["Prepared", "The task is set up and can be started.", "Query again in a few seconds."],
  "sttTasks.status/STARTING": ["Starting", "The start of the task is under way.", "Query again in a few seconds."],
  "sttTasks.status/CREATED": [
    "Partly started",
    "Some components of the task run; the others are still coming up.",
    "Query again in a few seconds.",
  ],
  "sttTasks.status/STARTED": ["Started", "All components of the task run."],
  "sttTasks.status/IN_PROGRESS": ["Transcribing", "The task is at work in the channel."],
  "sttTasks.status/STOPPING": ["Stopping", "The task is shutting down."],
  "sttTasks.status/STOPPED": ["Stopped", "The task is over and does not come back."],
  "sttTasks.status/FAILURE_STOP": [
    "Stopped with an error",
    "The task did not shut down cleanly; it does not come back.",
    "Treat the task as stopped; call acquire and start if another one is needed.",
  ],

  "sttAgents.status/IDLE": ["Idle", "The agent exists but is not set up yet.", "Get its state again in a few seconds."],
  "sttAgents.status/STARTING": [
    "Starting",
    "The agent is on its way into the channel.",
    "Get its state again in a few seconds.",
  ],
  "sttAgents.status/RUNNING": ["Transcribing", "The agent is at work in the channel."],
  "sttAgents.status/STOPPING": ["Leaving", "The agent is shutting down."],
  "sttAgents.status/STOPPED": ["Left", "The agent has left the channel and does not come back."],
  "sttAgents.status/RECOVERING": [
    "Recovering",
    "Agora is repairing a fault of the agent; captions may pause meanwhile.",
    "Get its state again in a few seconds.",
  ],
  "sttAgents.status/FAILED": [
    "Failed",
    "An error ended the agent; it does not come back.",
    "See why in the notification that it left, then call join again.",
  ],

  "sttAgents.left/OK": ["Left normally", "The agent left the channel as it should."],
  "sttAgents.left/Idle for too long": [
    "Idle for too long",
    "The agent left because the channel was idle for maxIdleTime.",
    "Call join again when somebody speaks; a longer maxIdleTime keeps the agent.",
  ],
  "sttAgents.left/Task exceeded maximum lifetime": [
    "Time limit reached",
    "The agent left because it ran as long as the service allows.",
    "Call join again if there is more to transcribe.",
  ],
  "sttAgents.left/RTC connection error": [
    "No connection to the channel",
    "The agent could not join the channel, or lost it.",
    "Check the token and the uid of the agent, then call join again after 1, 3 and 6 s.",
  ],
  "sttAgents.left/Fatal ASR error": [
    "Speech recognition failed",
    "A fault in the speech recognition ended the agent.",
    "Call join again after 1, 3 and 6 s.",
  ],
  "sttAgents.left/Fatal Translation error": [
    "Translation failed",
    "A fault in the translation ended the agent.",
    "Call join again after 1, 3 and 6 s.",
  ],
};
