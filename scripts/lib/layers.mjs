/**
 * The rooms of each package, from the ground up. A file imports from its own room and from those on lines above its own;
 * rooms on one line know nothing of each other. A folder that is not listed belongs to the one around it. Types count like
 * everything else.
 */
export const layers = {
  "packages/core/src": [
    ["runtime", "redact", "auth", "states", "crypto"],
    ["validation", "limiter", "notifications"],
    ["errors", "migration"],
    ["contract", "locales"],
    ["explain", "catalogue", "options"],
    ["pipeline", "tokens"],
    ["context"],
    ["rtc", "storage"],
    ["recording", "stt", "channels"],
    ["client", "machine", "opentelemetry"],
    ["effects", "page", "captions"],
    ["sessions"],
    ["server", "inspect"],
    ["files"],
    ["."],
  ],
  "packages/cli/src": [
    ["print"],
    ["tool"],
    ["settings", "state", "explain", "play", "process"],
    ["doctor", "sessions"],
    ["commands"],
    ["."],
  ],
  "packages/create/src": [["."]],
  "packages/react/src": [
    ["session"],
    ["countdown", "explanation", "devtools/words", "devtools/log", "devtools/trouble"],
    ["devtools/panel"],
    ["devtools"],
    ["."],
  ],
  "packages/msw/src": [
    ["fake/time", "fake/settings"],
    ["fake/runtime"],
    ["fake/http", "fake/checks"],
    ["fake/recording/task", "fake/stt/run"],
    ["fake/state", "fake/recording/checks", "fake/stt/checks"],
    ["fake/recording", "fake/stt"],
    ["fake/delivery", "fake/faults"],
    ["fake/recording/lifecycle", "fake/stt/lifecycle"],
    ["fake/recording/operations", "fake/stt/captions"],
    ["fake/stt/operations", "fake/channels"],
    ["fake/service"],
    ["fake"],
    ["handlers", "matchers", "scenarios"],
    ["control", "cli"],
    ["."],
  ],
};
