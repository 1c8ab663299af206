import type { AgoraOperation } from "@agora-edge/core";
import type { FakeAgora } from "../fake/fake-agora.ts";
import type { FaultOptions } from "../fake/faults/faults.ts";
import type { Scenario } from "../fake/fake-agora.ts";
import type { Started } from "../fake/state/started.ts";

/** What many scenarios are made of. */

export type StartOperation = "recording.start" | "sttTasks.start" | "sttAgents.join";

export const startOperations: readonly StartOperation[] = ["recording.start", "sttTasks.start", "sttAgents.join"];

export const stopOperations: readonly AgoraOperation[] = ["recording.stop", "sttTasks.stop", "sttAgents.leave"];

/** A fault on each of some operations. */
export const failing =
  (operations: readonly (AgoraOperation | "*")[], fault: FaultOptions): Scenario =>
  (fake) => {
    const handles = operations.map((operation) => fake.fail(operation, fault));
    return () => {
      for (const handle of handles) handle.cancel();
    };
  };

/** Something that happens to every recording that runs or is started later, so many seconds after its start. */
export const toRecordings =
  (seconds: number, happen: (fake: FakeAgora, sid: string) => void): Scenario =>
  (fake) => {
    const plan = createPlan(fake);
    const expect = (sid: string, startedAt: number) =>
      plan.at(startedAt + seconds * 1000, () => {
        if (fake.recordings.some((recording) => recording.sid === sid && recording.live)) happen(fake, sid);
      });
    for (const { sid, startedAt, live } of fake.recordings) if (live) expect(sid, startedAt);
    plan.follow("recording", ({ id }) => expect(id, fake.now()));
    return () => plan.stop();
  };

/** The same for agents of the transcription service, and for its tasks where `happen` can deal with them. */
export const toTranscriptions =
  (
    seconds: number,
    services: readonly Started["service"][],
    happen: (fake: FakeAgora, id: string) => "done" | "not yet" | void,
  ): Scenario =>
  (fake) => {
    const plan = createPlan(fake);
    const running = () => [
      ...fake.agents.map(({ agentId, ...rest }) => ({ id: agentId, service: "sttAgents" as const, ...rest })),
      ...fake.tasks.map(({ taskId, ...rest }) => ({ id: taskId, service: "sttTasks" as const, ...rest })),
    ];
    const expect = (id: string, startedAt: number) => tryAt(startedAt + seconds * 1000, id);
    const tryAt = (time: number, id: string): void =>
      plan.at(time, () => {
        const isLive = running().some((one) => one.id === id && one.live);
        if (isLive && happen(fake, id) === "not yet") tryAt(fake.now() + 100, id);
      });
    for (const { id, service, startedAt, live } of running()) {
      if (live && services.includes(service)) expect(id, startedAt);
    }
    for (const service of services) plan.follow(service, ({ id }) => expect(id, fake.now()));
    return () => plan.stop();
  };

/** Timers and listeners that end together. What should have happened already happens at once. */
function createPlan(fake: FakeAgora) {
  const timers = new Set<unknown>();
  const leave: (() => void)[] = [];
  return {
    at(time: number, run: () => void): void {
      if (time <= fake.now()) run();
      else timers.add(fake.clock.setTimeout(run, time - fake.now()));
    },
    follow(service: Started["service"], begun: (started: Started) => void): void {
      leave.push(fake.onStart((started) => (started.service === service ? begun(started) : undefined)));
    },
    stop(): void {
      for (const timer of timers) fake.clock.clearTimeout(timer);
      for (const off of leave) off();
    },
  };
}
