import type { AgoraOperation } from "@agora-edge/core";
import type { PageFailure } from "../fake/state/pages.ts";
import type { Scenario } from "../fake/fake-agora.ts";
import { failing, type StartOperation, startOperations, stopOperations, toRecordings } from "./steps.ts";

export interface StartOption {
  /** Default: whatever starts a recording or a transcription. */
  operation?: StartOperation;
}

export interface AfterOption {
  /** So many seconds after a recording was started; one that has run longer is hit at once. */
  after?: number;
}

const startsOf = ({ operation }: StartOption) => (operation ? [operation] : startOperations);

export const recordingScenarios = {
  /** The resource ID is too old when the user presses the button: the next start answers 433, the one after works. */
  expiredResource: (): Scenario => failing(["recording.start"], { kind: "resource-expired" }),

  /** The same start reaches the service twice, as by a double click: 201/7, 409, or what the service says to a repeat. */
  duplicateStart: (options: StartOption = {}): Scenario => failing(startsOf(options), { twice: true }),

  /** Somebody records that channel with that uid already: start answers 53. */
  taskConflict: (): Scenario => failing(["recording.start"], { kind: "task-conflict" }),

  /**
   * The start works but its answer never arrives. `by`: how that looks, a broken connection (default), no answer until
   * the client gives up, or 206/65.
   */
  lostStartAnswer: ({ by = "connection", ...options }: LostStartOptions = {}): Scenario =>
    losing(startsOf(options), by),

  /** The same of a stop. */
  lostStopAnswer: ({ by = "connection" }: { by?: LostBy } = {}): Scenario => losing(stopOperations, by),

  /** Start is under way for a while: time to close the tab, or to press the button again. */
  slowStart: ({ seconds = 5, ...options }: StartOption & { seconds?: number } = {}): Scenario =>
    failing(startsOf(options), { delay: seconds * 1000 }),

  /** Stop answers 500, three times unless told otherwise; what runs goes on running. */
  failingStop: ({ times = 3 }: { times?: number } = {}): Scenario =>
    failing(stopOperations, { kind: "server-error", times }),

  /** Everybody leaves: the recorder follows after its idle time (30 s), and from then on stop and query answer 404. */
  idleExit: ({ after = 0 }: AfterOption = {}): Scenario =>
    toRecordings(after, (fake, sid) => {
      const recording = fake.recordings.find((one) => one.sid === sid);
      const channel = fake.channel(recording?.cname ?? "");
      for (const { uid } of channel.users) channel.leave(uid);
    }),

  /** People are in the channel, but nobody sends anything: stop answers 206/435, and there are no files. */
  nobodyPublishing: (): Scenario => (fake) => {
    const silent = new Set<string>();
    const attend = (cname: string) => {
      const channel = fake.channel(cname);
      if (channel.users.length > 0) return;
      channel.join("1", { publish: false });
      silent.add(cname);
    };
    for (const { cname, live } of fake.recordings) if (live) attend(cname);
    const undos = [fake.silence(), fake.onStart(({ channel }) => attend(channel))];
    return () => {
      for (const undo of undos) undo();
      for (const cname of silent) fake.channel(cname).leave("1");
    };
  },

  /** The server of a recording is lost: 404 for a while, then the same sid again, with new file names. */
  failover: ({ seconds = 60, after = 20 }: AfterOption & { seconds?: number } = {}): Scenario =>
    toRecordings(after, (fake, sid) => fake.failover(sid, { seconds })),

  /** The server of a recording is lost for good: 404 from then on, whatever the page shows. */
  crash: ({ after = 20 }: AfterOption = {}): Scenario => toRecordings(after, (fake, sid) => fake.crash(sid)),

  /** Somebody joins with the uid of the recorder, which is pushed out. */
  uidTaken: ({ after = 20 }: AfterOption = {}): Scenario =>
    toRecordings(after, (fake, sid) => {
      const recording = fake.recordings.find((one) => one.sid === sid);
      if (recording) fake.channel(recording.cname).join(recording.recorderUid);
    }),

  /** Start succeeds, and a few seconds later the recording is gone: the storage does not take the keys. */
  wrongStorageKeys: (): Scenario => (fake) => fake.reject({ accessKey: () => true }),

  /** The same because of the RTC token. Needs one in the request: without a token nobody refuses it. */
  wrongToken: (): Scenario => (fake) => fake.reject({ token: () => true }),

  /** The upload takes longer than a synchronous stop waits: 400/50, and event 31 when it is done. */
  slowUpload:
    ({ seconds = 60 }: { seconds?: number } = {}): Scenario =>
    (fake) =>
      fake.uploadTime(seconds * 1000),

  /** The storage is out of reach: the files go to Agora's backup cloud, event 32. */
  backupUpload: (): Scenario => (fake) => fake.uploadTime(undefined, { outcome: "backuped" }),

  /** The files stay on the recording server for a while, which is no failure: `stranded`, and event 31 when they have gone. */
  strandedUpload:
    ({ minutes = 10 }: { minutes?: number } = {}): Scenario =>
    (fake) =>
      fake.uploadTime(minutes * 60_000, { outcome: "stranded" }),

  /** A page that cannot be recorded. */
  brokenPage:
    ({ url, failure = "unreachable" }: { url: string; failure?: PageFailure }): Scenario =>
    (fake) =>
      fake.page(url).fails(failure),

  /** A page that never says that it is ready: two attempts of `readyTimeout`, then the recording is over. */
  pageNeverReady:
    ({ url }: { url: string }): Scenario =>
    (fake) =>
      fake.page(url).loads("never"),

  /** The address that a web page recording pushes to cannot be reached. */
  cdnDown:
    ({ url }: { url: string }): Scenario =>
    (fake) =>
      fake.cdn(url).down(),
};

/** Only the recording service says "request not completed". */
export type LostStartOptions =
  | (StartOption & { by?: "connection" | "timeout" })
  | { by: "not-completed"; operation?: "recording.start" };

type LostBy = keyof typeof lost;

const lost = {
  connection: { network: true },
  timeout: { hang: true },
  "not-completed": { kind: "request-not-completed" },
} as const;

const knows = (by: LostBy) => (operation: AgoraOperation) =>
  by !== "not-completed" || operation.startsWith("recording.");

function losing(operations: readonly AgoraOperation[], by: LostBy): Scenario {
  const known = operations.filter(knows(by));
  if (known.length === 0) throw new RangeError(`${operations.join()} is never answered by "request not completed".`);
  return failing(known, { ...lost[by], tookEffect: true });
}
