import type { ChannelUser, JoinOptions } from "./state/channels.ts";
import type { Refused, Upload } from "./state/conditions.ts";
import type { DeliveryOptions } from "./state/delivery.ts";
import type { Hosts } from "./http/hosts.ts";
import type { PageFailure } from "./state/pages.ts";
import { reviewTranscriptions } from "./stt/lifecycle/presence.ts";
import { failTask } from "./recording/lifecycle/ending.ts";
import { loseServer } from "./recording/lifecycle/failover.ts";
import { reviewChannel } from "./recording/lifecycle/rtc.ts";
import type { RtcTask, Task, WebTask } from "./recording/task/task.ts";
import { breakPage, reloadPage, setRtmp } from "./recording/lifecycle/web.ts";
import type { ServiceState } from "./state/state.ts";

/** The users in a channel of the fake. */
export interface ChannelControl {
  readonly cname: string;
  /** The uid as an integer, or as text: a text that is no integer spoils the recordings of the channel. */
  join(uid: string | number, options?: JoinOptions): void;
  /** The user leaves the channel. */
  leave(uid: string | number): void;
  /** Who is in the channel, recorders and bots included. */
  readonly users: readonly ChannelUser[];
}

/** What `fails`, `loads`, `down` and `hang` return takes that back and nothing else. */
export interface PageControl {
  /** From now on; a page that is being recorded breaks at once unless the failure is one of loading. */
  fails(failure: PageFailure): () => void;
  /** The page loads, and calls `notifyReady` after so many ms (default 0), or never. */
  loads(notifyReadyAfter?: number | "never"): () => void;
  /** The sound of the page breaks off and the service loads it again. */
  fallsSilent(): void;
}

/** An RTMP address that pushes go to, and whether it can be reached. */
export interface CdnControl {
  /** The push is disconnected. The returned function takes this back. */
  down(): () => void;
  /** The push is connected again. */
  up(): void;
}

/** A host of Agora, and whether it can be reached. */
export interface HostControl {
  /** No connection; `dns`: the name is not even resolved. */
  down(reason?: "refused" | "dns"): () => void;
  /** Connections are taken, answers never come. */
  hang(): () => void;
  /** The host answers again. */
  up(): void;
}

/** The switches of the fake, which reach into running recordings. */
export function createControls(state: ServiceState, hosts: Hosts) {
  const { scheduler } = state;
  const rtcTasks = (cname: string): RtcTask[] =>
    [...state.tasks.values()].filter((task): task is RtcTask => task.mode !== "web" && task.cname === cname);
  const webTasks = (): WebTask[] => [...state.tasks.values()].filter((task): task is WebTask => task.mode === "web");
  const pageTasks = (url: string): WebTask[] => webTasks().filter((task) => task.config.url === url);
  const runningTask = (sid: string): Task => {
    scheduler.catchUp();
    const task = state.tasks.get(sid);
    if (!task || task.phase !== "running") throw new RangeError(`No recording with the sid ${sid} is running.`);
    return task;
  };
  const review = (cname: string) => {
    for (const task of rtcTasks(cname)) reviewChannel(state, task);
    reviewTranscriptions(state, cname);
  };

  return {
    channel: (cname: string): ChannelControl => ({
      cname,
      join(uid, options) {
        scheduler.catchUp();
        state.channels.join(cname, String(uid), options, scheduler.now());
        review(cname);
      },
      leave(uid) {
        scheduler.catchUp();
        state.channels.leave(cname, String(uid));
        review(cname);
      },
      get users() {
        return state.channels.users(cname);
      },
    }),
    page: (url: string): PageControl => ({
      fails(failure) {
        scheduler.catchUp();
        const undo = state.pages.set(url, { kind: "fails", failure });
        const isOfLoading = failure === "unreachable" || failure === "http-error" || failure === "engine";
        if (!isOfLoading) for (const task of pageTasks(url)) breakPage(state, task, failure);
        return undo;
      },
      loads(notifyReadyAfter = 0) {
        const readyAfter = notifyReadyAfter === "never" ? null : notifyReadyAfter;
        return state.pages.set(url, { kind: "loads", readyAfter });
      },
      fallsSilent() {
        scheduler.catchUp();
        for (const task of pageTasks(url)) reloadPage(state, task, "audio_silence");
      },
    }),
    cdn: (url: string): CdnControl => ({
      down() {
        scheduler.catchUp();
        const undo = state.conditions.deadCdns.add(url, true);
        for (const task of webTasks()) {
          if (task.rtmp?.url === url && task.rtmp.status !== "connecting") {
            setRtmp(state, task, "disconnected");
          }
        }
        return undo;
      },
      up: () => state.conditions.deadCdns.clear(url),
    }),
    host: (host: string): HostControl => ({
      down: (reason = "refused") => hosts.add(host, reason),
      hang: () => hosts.add(host, "hang"),
      up: () => hosts.clear(host),
    }),
    failover: (sid: string, { seconds = 30 }: { seconds?: number } = {}): void =>
      loseServer(state, runningTask(sid), seconds * 1000),
    crash: (sid: string): void => failTask(state, runningTask(sid), "server-lost"),
    silence(): () => void {
      scheduler.catchUp();
      const undo = state.channels.silencing.add(true);
      const reviewAll = () => state.channels.names.forEach(review);
      reviewAll();
      return () => {
        scheduler.catchUp();
        undo();
        reviewAll();
      };
    },
    reject: (refused: Refused): (() => void) => state.conditions.refusing.add(refused),
    uploadTime: (ms: number | undefined, options: Omit<Upload, "ms"> = {}): (() => void) =>
      state.conditions.uploading.add({ ...options, ms }),
    disable: (): (() => void) => state.conditions.disabling.add(true),
    enable(): void {
      state.conditions.disabling.clear();
      state.conditions.suspending.clear();
    },
    suspend: (): (() => void) => state.conditions.suspending.add(true),
    deliverNotifications(delivery: DeliveryOptions): () => void {
      if (Object.keys(delivery).length === 0) state.conditions.delivering.clear();
      return state.conditions.delivering.add(delivery);
    },
  };
}
