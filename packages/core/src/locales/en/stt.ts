import type { Locale } from "../../errors/explanation.ts";

/** What only Real-Time Speech-to-Text answers. */
export const stt = {
  "service-not-enabled/sttTasks": [
    "Speech-to-Text not enabled",
    "Real-Time Speech-to-Text is not enabled for the project of this App ID.",
    "Enable it in Agora Console or ask Agora support, then call again.",
  ],
  "rest-token-expired": [
    "REST token expired",
    "The token that authorizes the calls to the API has expired.",
    "Have tokenAuth return a new token, then call again.",
  ],
  "rest-token-invalid": [
    "REST token not accepted",
    "The token that authorizes the calls to the API is not valid.",
    "Create it as an AccessToken2 (it begins with 007) from the App ID and App Certificate of this project.",
    "App Certificate of another project",
    "token of an older version",
  ],
  "builder-token-expired": [
    "Builder token expired",
    "The builder token was not used within five minutes after acquire, so no task can be started with it.",
    "Call acquire again, then start at once.",
  ],
  "builder-token-product-mismatch": [
    "Builder token of another product",
    "The builder token was issued for another product or environment.",
    "Call acquire of Speech-to-Text, then start with the tokenName that it returns.",
  ],
  "builder-token-unparsable": [
    "Builder token damaged",
    "Agora cannot decode the builder token, so it was cut or changed on the way.",
    "Use tokenName exactly as acquire returned it, or call acquire again before a start.",
  ],
  "session-mismatch/sttAgents": [
    "Agent does not fit",
    "The App ID and agentId do not belong together.",
    "Use the handle exactly as join returned it.",
  ],
  "session-mismatch/sttTasks": [
    "Task does not fit",
    "The App ID, taskId and tokenName do not belong to the same task.",
    "Use the handle exactly as start returned it.",
  ],
  "task-token-mismatch": [
    "Task ID does not fit",
    "The taskId was started with another builder token than the one in this call.",
    "Use the tokenName that started this task; the handle of start holds both.",
  ],
  "invalid-body": [
    "Request body refused",
    "The service checked the request body and refused it; nothing was started or changed.",
    "Correct what the reason names, then call again.",
    "value of the wrong form",
    "value out of range",
  ],
  "translation-target-equals-source": [
    "Translation into the same language",
    "The only spoken language is also a target language of the translation, which the service refuses.",
    "Choose another target language, or give several spoken languages.",
  ],
  "already-started/sttTasks": [
    "Already started",
    "This builder token has been started before: the first start worked, and there is no second task.",
    "Keep that task, with the taskId that its start returned; the reason may name it too.",
  ],
  "already-started/sttAgents": [
    "Already started",
    "An agent with this name is running: an earlier join worked, and there is no second agent.",
    "Keep that agent, with the agentId that its join returned, or look it up with list.",
  ],
  conflict: [
    "Already running",
    "The service refused to start this a second time, because the same task or agent is running.",
    "Keep the one that is running, or stop it before starting another.",
  ],
  "already-stopping/sttAgents": [
    "Already leaving",
    "This agent was told to leave before, so there is nothing left to stop.",
    "Treat the agent as stopped.",
  ],
  "already-stopping/sttTasks": [
    "Already stopping",
    "This task was told to stop before, so there is nothing left to stop.",
    "Treat the task as stopped.",
  ],
  "task-ended": [
    "Task is over",
    "The task is no longer running: it was stopped, was idle for too long, or failed.",
    "Treat the task as stopped; call acquire and start if another one is needed.",
  ],
  "no-stream": [
    "Nothing transcribed",
    "The service received no audio, because nobody published in the channel.",
    "If a transcript was expected, check the channel name and the publishers.",
  ],
  "processing-timeout": [
    "Processing timed out",
    "The service did not finish the call in time; it may have taken effect.",
    "Make the call again, unchanged, after 3 and 6 s.",
  ],
  "start-network-failure": [
    "Network failure on start",
    "A network failure inside the service interrupted the start; the task may be running.",
    "Repeat start with the same tokenName after 3 and 6 s; already-started then means that it worked. If every try fails, call acquire and start again.",
  ],
  "internal-error/sttTasks": [
    "Internal error on start",
    "The service failed internally during the start; the task may be running.",
    "With code 501, 502 or 504, repeat start with the same tokenName after 1, 3 and 6 s; already-started then means that it worked. With any other, or if every try fails, contact Agora support.",
  ],
  "internal-communication-error": [
    "Internal communication error",
    "Parts of the service lost contact with each other.",
    "Wait a few seconds, then call again.",
  ],
  "v7-error": [
    "Speech-to-Text error",
    "The service refused the call and says why only in words.",
    "Read the reason, correct what it names, then call again.",
  ],
} satisfies Partial<Locale>;
