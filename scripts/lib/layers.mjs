/**
 * The rooms of each package, from the ground up. A file imports from its own room and from those on lines above its own;
 * rooms on one line know nothing of each other. Types count like everything else.
 */
export const layers = {
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
