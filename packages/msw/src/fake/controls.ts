import type { ChannelUser, JoinOptions } from "./channels.ts";
import type { Refused, Upload } from "./conditions.ts";
import type { DeliveryOptions } from "./delivery/options.ts";
import type { Hosts } from "./http/hosts.ts";
import type { PageFailure } from "./pages.ts";
import { reviewTranscriptions } from "./stt/run/presence.ts";
import { failTask } from "./tasks/ending.ts";
import { loseServer } from "./tasks/failover.ts";
import { reviewChannel } from "./tasks/rtc.ts";
import type { RtcTask, Task, WebTask } from "./tasks/task.ts";
import { breakPage, reloadPage, setRtmp } from "./tasks/web.ts";
import type { World } from "./world.ts";

export interface ChannelControl {
  readonly cname: string;
  /** The uid as an integer, or as text: a text that is no integer spoils the recordings of the channel. */
  join(uid: string | number, options?: JoinOptions): void;
  leave(uid: string | number): void;
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

export interface CdnControl {
  down(): () => void;
  up(): void;
}

export interface HostControl {
  /** No connection; `dns`: the name is not even resolved. */
  down(reason?: "refused" | "dns"): () => void;
  /** Connections are taken, answers never come. */
  hang(): () => void;
  up(): void;
}

/** The switches of the fake, which reach into running recordings. */
export function createControls(world: World, hosts: Hosts) {
  const { scheduler } = world;
  const rtcTasks = (cname: string): RtcTask[] =>
    [...world.tasks.values()].filter((task): task is RtcTask => task.mode !== "web" && task.cname === cname);
  const webTasks = (): WebTask[] => [...world.tasks.values()].filter((task): task is WebTask => task.mode === "web");
  const pageTasks = (url: string): WebTask[] => webTasks().filter((task) => task.config.url === url);
  const runningTask = (sid: string): Task => {
    scheduler.catchUp();
    const task = world.tasks.get(sid);
    if (!task || task.phase !== "running") throw new RangeError(`No recording with the sid ${sid} is running.`);
    return task;
  };
  const review = (cname: string) => {
    for (const task of rtcTasks(cname)) reviewChannel(world, task);
    reviewTranscriptions(world, cname);
  };

  return {
    channel: (cname: string): ChannelControl => ({
      cname,
      join(uid, options) {
        scheduler.catchUp();
        world.channels.join(cname, String(uid), options, scheduler.now());
        review(cname);
      },
      leave(uid) {
        scheduler.catchUp();
        world.channels.leave(cname, String(uid));
        review(cname);
      },
      get users() {
        return world.channels.users(cname);
      },
    }),
    page: (url: string): PageControl => ({
      fails(failure) {
        scheduler.catchUp();
        const undo = world.pages.set(url, { kind: "fails", failure });
        const isOfLoading = failure === "unreachable" || failure === "http-error" || failure === "engine";
        if (!isOfLoading) for (const task of pageTasks(url)) breakPage(world, task, failure);
        return undo;
      },
      loads(notifyReadyAfter = 0) {
        const readyAfter = notifyReadyAfter === "never" ? null : notifyReadyAfter;
        return world.pages.set(url, { kind: "loads", readyAfter });
      },
      fallsSilent() {
        scheduler.catchUp();
        for (const task of pageTasks(url)) reloadPage(world, task, "audio_silence");
      },
    }),
    cdn: (url: string): CdnControl => ({
      down() {
        scheduler.catchUp();
        const undo = world.conditions.deadCdns.lay(url, true);
        for (const task of webTasks()) {
          if (task.rtmp?.url === url && task.rtmp.status !== "connecting") {
            setRtmp(world, task, "disconnected");
          }
        }
        return undo;
      },
      up: () => world.conditions.deadCdns.clear(url),
    }),
    host: (host: string): HostControl => ({
      down: (reason = "refused") => hosts.lay(host, reason),
      hang: () => hosts.lay(host, "hang"),
      up: () => hosts.clear(host),
    }),
    failover: (sid: string, { seconds = 30 }: { seconds?: number } = {}): void =>
      loseServer(world, runningTask(sid), seconds * 1000),
    crash: (sid: string): void => failTask(world, runningTask(sid), "server-lost"),
    silence(): () => void {
      scheduler.catchUp();
      const undo = world.channels.silencing.lay(true);
      const reviewAll = () => world.channels.names.forEach(review);
      reviewAll();
      return () => {
        scheduler.catchUp();
        undo();
        reviewAll();
      };
    },
    reject: (refused: Refused): (() => void) => world.conditions.refusing.lay(refused),
    uploadTime: (ms: number | undefined, options: Omit<Upload, "ms"> = {}): (() => void) =>
      world.conditions.uploading.lay({ ...options, ms }),
    disable: (): (() => void) => world.conditions.disabling.lay(true),
    enable(): void {
      world.conditions.disabling.clear();
      world.conditions.suspending.clear();
    },
    suspend: (): (() => void) => world.conditions.suspending.lay(true),
    deliverNotifications(delivery: DeliveryOptions): () => void {
      if (Object.keys(delivery).length === 0) world.conditions.delivering.clear();
      return world.conditions.delivering.lay(delivery);
    },
  };
}
