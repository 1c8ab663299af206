// Everything that only development has. In its own chunk, which a build for users does not contain.
export { ControlStrip } from "./control-strip.tsx";
export { devtoolsFake } from "./devtools-fake.ts";
export { followClock } from "./page-clock.ts";
export { listenToFake } from "./fake-captions.ts";
