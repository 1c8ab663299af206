import { recordingPort, sttAgentsPort, sttTasksPort } from "../../effects/services.ts";
import type { ServicePort } from "../../effects/service.ts";
import type { Handle, Intent, SessionService, Target } from "../../machine/types.ts";
import type { RecordingMode } from "../../recording/types/mode.ts";
import type { SupervisorOptions } from "./options.ts";

/** One service, as a supervisor has to know it. */
interface SupervisedService<S extends SessionService> {
  port(options: SupervisorOptions<S, RecordingMode>): ServicePort<S>;
  /** Makes the body of a start. */
  prepare(options: SupervisorOptions<S, RecordingMode>, target: Target<S>): unknown;
  /** Whom an order, a start or a handle is for. */
  targetOf(given: Target<S> | Intent<S> | Handle<S>): Target<S>;
  /** What to start after the end of `last`. */
  next(first: Target<S>, last: Target<S>, spareUid: string | null): Target<S>;
}

const services: { readonly [S in SessionService]: SupervisedService<S> } = {
  recording: {
    port: (options) =>
      recordingPort(
        () => options.client.recording,
        () => options,
      ),
    prepare: (options, target) => options.prepare(target),
    targetOf: ({ cname, uid, mode }) => ({ cname, uid, mode }),
    next: (first, last, spareUid) =>
      spareUid === null ? first : { ...first, uid: last.uid === spareUid ? first.uid : spareUid },
  },
  sttAgents: {
    port: (options) => sttAgentsPort(options.client.sttAgents),
    prepare: (options, target) => options.prepare(target),
    targetOf: ({ name, version }) => ({ name, version }),
    next: (first) => first,
  },
  sttTasks: {
    port: (options) => sttTasksPort(options.client.sttTasks, () => options),
    prepare: (options, target) => options.prepare(target),
    targetOf: ({ instanceId = "", version }) => ({ instanceId, version }),
    next: (first) => first,
  },
};

export function supervisedService<S extends SessionService>(service: S): SupervisedService<S> {
  return services[service];
}
