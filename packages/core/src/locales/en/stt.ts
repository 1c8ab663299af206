import type { Sentences } from "../../errors/explanation.ts";

/** What Real-Time Speech-to-Text answers in every version, v7 among them. */
export const stt = {
  "rest-token-expired": [
    "The token that authorizes the calls to the API has expired.",
    "Have tokenAuth return a new token, then call again.",
  ],
  "rest-token-invalid": [
    "The token that authorizes the calls to the API is not valid.",
    "Create it as an AccessToken2 (it begins with 007) from the App ID and App Certificate of this project.",
  ],
  "builder-token-unparsable": [
    "Agora cannot decode the builder token, so it was cut or changed on the way.",
    "Use tokenName exactly as acquire returned it, or call acquire again before a start.",
  ],
  "session-mismatch/sttAgents": [
    "The App ID and agentId do not belong together.",
    "Use the handle exactly as join returned it.",
  ],
  "task-token-mismatch": [
    "The taskId was started with another builder token than the one in this call.",
    "Use the tokenName that started this task; the handle of start holds both.",
  ],
  "translation-target-equals-source": [
    "The only spoken language is also a target language of the translation, which the service refuses.",
    "Choose another target language, or give several spoken languages.",
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
  "no-stream": [
    "The service received no audio, because nobody published in the channel.",
    "If a transcript was expected, check the channel name and the publishers.",
  ],
  "processing-timeout": [
    "The service did not finish the call in time; it may have taken effect.",
    "Make the call again, unchanged, after 3 and 6 s.",
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
