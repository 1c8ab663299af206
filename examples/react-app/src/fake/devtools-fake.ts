import type { DevtoolsFake } from "@agora-edge/react/devtools";
import { tell } from "./controls.ts";
import { changeTime } from "./page-clock.ts";

/** The fake of the stage, as the devtools steer it. An app whose fake runs in the page gives `createFakeAgora()` itself. */
export const devtoolsFake: DevtoolsFake = {
  fail(operation, fault) {
    if (fault.kind) return tell("expire-leases", {});
    return tell("use", { fault: `${operation}=network,tookEffect` });
  },
  failover: (sid, options) => tell("failover", { sid, ...options }),
  recover: (agentId, options) => tell("recover", { agentId, ...options }),
  advanceAsync: (ms) => changeTime("skip", { ms }),
};
