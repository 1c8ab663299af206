import { Channels } from "./state/channels.ts";
import { Conditions } from "./state/conditions.ts";
import { createConnection } from "./service/connection.ts";
import { createControls } from "./controls.ts";
import { sendNotifications } from "./delivery/send.ts";
import { dump } from "./dump.ts";
import { Epoch } from "./runtime/epoch.ts";
import type { FakeAgora } from "./fake-agora.ts";
import { createIds } from "./runtime/ids.ts";
import { Bans } from "./state/bans.ts";
import { createNotifier } from "./state/notifier.ts";
import type { FakeAgoraOptions } from "./settings/options.ts";
import { Pages } from "./state/pages.ts";
import { createStage } from "./scenario.ts";
import { readSettings } from "./settings/settings.ts";
import type { StartListener } from "./state/started.ts";
import { captionSource } from "./stt/captions/source.ts";
import { breakDown, recover } from "./stt/lifecycle/break-down.ts";
import { SttState } from "./state/stt-state.ts";
import { agentView, taskView } from "./stt/view.ts";
import { createScheduler } from "./time/scheduler.ts";
import { manualTime, runningTime } from "./time/source.ts";
import { viewOf } from "./recording/view.ts";
import type { ServiceState } from "./state/state.ts";

/** Makes a service in memory: Cloud Recording, Real-Time STT and channel management, with a clock that you move. */
export function createFakeAgora(options: FakeAgoraOptions = {}): FakeAgora {
  const settings = readSettings(options);
  const drivenBy = driverOf(options);
  const isManual = drivenBy === "advance";
  const scheduler = createScheduler(
    isManual
      ? manualTime(options.startAt)
      : runningTime(options.now ?? (() => Date.now()), options.speed || 1, options.startAt),
  );
  const state: ServiceState = {
    settings,
    scheduler,
    epoch: new Epoch(),
    notifier: createNotifier(
      scheduler,
      () => state.ids,
      () => state.conditions.delivery,
    ),
    channels: new Channels((privilege, cname, uid) => state.bans.deny(privilege, cname, uid, scheduler.now())),
    bans: new Bans(),
    pages: new Pages(),
    resources: new Map(),
    tasks: new Map(),
    stt: new SttState(),
    startListeners: new Set(),
    ids: createIds(settings.seed()),
    conditions: new Conditions(!isManual),
  };
  const connection = createConnection(state, options.restTokens ?? null);
  const controls = createControls(state, connection.hosts);
  const stage = createStage();
  const fake: FakeAgora = {
    appId: settings.appId,
    customerId: settings.customerId,
    customerSecret: settings.customerSecret,
    get restTokens() {
      return connection.restTokens;
    },
    set restTokens(tokens) {
      connection.restTokens = tokens;
    },
    fetch: (input, init) => connection.fetch(input, init),
    clock: scheduler.clock,
    now: () => scheduler.now(),
    drivenBy,
    advance(ms) {
      if (options.timers) throw new Error(notTheDriver);
      scheduler.advance(ms);
    },
    async advanceAsync(ms) {
      if (options.timers) throw new Error(notTheDriver);
      await scheduler.advanceAsync(ms);
    },
    ...controls,
    get channels() {
      return state.channels.names.map((cname) => controls.channel(cname));
    },
    use: (...scenarios) => stage.use(fake, scenarios),
    recover: (agentId, recovery) => recover(state, agentId, recovery),
    breakDown: (id, cause) => breakDown(state, id, cause),
    fail: (operation, fault) => connection.faults.add(operation, fault),
    get requests() {
      return connection.journal.entries;
    },
    get unexpectedRequests() {
      return connection.journal.entries.filter(({ operation }) => operation === null);
    },
    dump: () => dump(fake, connection.faults),
    get requestCount() {
      return connection.journal.count;
    },
    get recordings() {
      scheduler.catchUp();
      return [...state.tasks.values()].map((task) => viewOf(task, scheduler.now()));
    },
    get tasks() {
      scheduler.catchUp();
      return [...state.stt.tasks.values()].map(taskView);
    },
    get agents() {
      scheduler.catchUp();
      return [...state.stt.agents.values()].map(agentView);
    },
    captions: (target) => captionSource(state, target),
    onStart(listener) {
      const own: StartListener = (started) => listener(started);
      state.startListeners.add(own);
      return () => state.startListeners.delete(own);
    },
    onNotification: (listener, delivery) => state.notifier.subscribe(listener, delivery),
    sendNotificationsTo: (target, sending) => sendNotifications(state, target, sending),
    reset() {
      stage.clear();
      state.epoch.end();
      scheduler.restart();
      connection.clear();
      connection.restTokens = options.restTokens ?? null;
      state.channels.clear();
      state.bans.clear();
      state.pages.clear();
      state.resources.clear();
      state.tasks.clear();
      state.stt.clear();
      state.ids = createIds(settings.seed());
      state.conditions = new Conditions(!isManual);
    },
  };
  return fake;
}

function driverOf({ now, speed, timers }: FakeAgoraOptions): FakeAgora["drivenBy"] {
  if (timers && (now || speed)) throw new RangeError("A fake with `timers` takes neither `now` nor `speed`.");
  if (timers || now) return "timers";
  return speed ? "real time" : "advance";
}

const notTheDriver =
  "This fake follows the timers of the test runner (`timers: true`): move those, as with `await vi.advanceTimersByTimeAsync(ms)` or `await jest.advanceTimersByTimeAsync(ms)`.";
