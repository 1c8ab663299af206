import type { Sentences } from "../../errors/explanation.ts";

/** What only Real-Time Speech-to-Text answers. */
export const stt = {
  "service-not-enabled/sttTasks": [
    "Real-Time Speech-to-Text is not enabled for the project of this App ID.",
    "Enable it in Agora Console or ask Agora support, then call again.",
  ],
  "rest-token-expired": [
    "The token that authorizes the calls to the API has expired.",
    "Have tokenAuth return a new token, then call again.",
  ],
  "rest-token-invalid": [
    "The token that authorizes the calls to the API is not valid.",
    "Create it as an AccessToken2 (it begins with 007) from the App ID and App Certificate of this project.",
  ],
  "builder-token-expired": [
    "The builder token was not used within five minutes after acquire, so no task can be started with it.",
    "Call acquire again, then start at once.",
  ],
  "builder-token-product-mismatch": [
    "The builder token was issued for another product or environment.",
    "Call acquire of Speech-to-Text, then start with the tokenName that it returns.",
  ],
  "builder-token-unparsable": [
    "Agora cannot decode the builder token, so it was cut or changed on the way.",
    "Use tokenName exactly as acquire returned it, or call acquire again before a start.",
  ],
  "session-mismatch/sttAgents": [
    "The App ID and agentId do not belong together.",
    "Use the handle exactly as join returned it.",
  ],
  "session-mismatch/sttTasks": [
    "The App ID, taskId and tokenName do not belong to the same task.",
    "Use the handle exactly as start returned it.",
  ],
  "task-token-mismatch": [
    "The taskId was started with another builder token than the one in this call.",
    "Use the tokenName that started this task; the handle of start holds both.",
  ],
  "invalid-body": [
    "The service checked the request body and refused it; nothing was started or changed.",
    "Correct what the reason names, then call again.",
  ],
  "translation-target-equals-source": [
    "The only spoken language is also a target language of the translation, which the service refuses.",
    "Choose another target language, or give several spoken languages.",
  ],
  "already-started/sttTasks": [
    "This builder token has been started before: the first start worked, and there is no second task.",
    "Keep that task, with the taskId that its start returned; the reason may name it too.",
  ],
  "already-started/sttAgents": [
    "An agent with this name is running: an earlier join worked, and there is no second agent.",
    "Keep that agent, with the agentId that its join returned, or look it up with list.",
  ],
  conflict: [
    "The service refused to start this a second time, because the same task or agent is running.",
    "Keep the one that is running, or stop it before starting another.",
  ],
  "already-stopping/sttAgents": [
    "This agent was told to leave before, so there is nothing left to stop.",
    "Treat the agent as stopped.",
  ],
  "already-stopping/sttTasks": [
    "This task was told to stop before, so there is nothing left to stop.",
    "Treat the task as stopped.",
  ],
  "task-ended": [
    "The task is no longer running: it was stopped, was idle for too long, or failed.",
    "Treat the task as stopped; call acquire and start if another one is needed.",
  ],
  "no-stream": [
    "The service received no audio, because nobody published in the channel.",
    "If a transcript was expected, check the channel name and the publishers.",
  ],
  "processing-timeout": [
    "The service did not finish the call in time; it may have taken effect.",
    "Make the call again, unchanged, after 3 and 6 s.",
  ],
  "start-network-failure": [
    "A network failure inside the service interrupted the start; the task may be running.",
    "Repeat start with the same tokenName after 3 and 6 s; already-started then means that it worked. If every try fails, call acquire and start again.",
  ],
  "internal-error/sttTasks": [
    "The service failed internally during the start; the task may be running.",
    "With code 501, 502 or 504, repeat start with the same tokenName after 1, 3 and 6 s; already-started then means that it worked. With any other, or if every try fails, contact Agora support.",
  ],
  "internal-communication-error": [
    "Parts of the service lost contact with each other.",
    "Wait a few seconds, then call again.",
  ],
  "v7-error": [
    "The service refused the call and says why only in words.",
    "Read the reason, correct what it names, then call again.",
  ],
} satisfies Sentences;
