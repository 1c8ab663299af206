import { Channels } from "./channels.ts";
import { Conditions } from "./conditions.ts";
import { createConnection } from "./connection.ts";
import { createControls } from "./controls.ts";
import { sendNotifications } from "./delivery/send.ts";
import { dump } from "./dump.ts";
import { Era } from "./era.ts";
import type { FakeAgora } from "./fake-agora.ts";
import { createIds } from "./ids.ts";
import { Bans } from "./management/bans.ts";
import { createNotifier } from "./notifications.ts";
import type { FakeAgoraOptions } from "./options.ts";
import { Pages } from "./pages.ts";
import { createStage } from "./scenario.ts";
import { readSettings } from "./settings.ts";
import type { StartListener } from "./started.ts";
import { captionSource } from "./stt/captions/source.ts";
import { breakDown, recover } from "./stt/controls.ts";
import { SttWorld } from "./stt/stt-world.ts";
import { agentView, taskView } from "./stt/view.ts";
import { createScheduler } from "./time/scheduler.ts";
import { manualTime, runningTime } from "./time/source.ts";
import { viewOf } from "./view.ts";
import type { World } from "./world.ts";

export function createFakeAgora(options: FakeAgoraOptions = {}): FakeAgora {
  const settings = readSettings(options);
  const drivenBy = driverOf(options);
  const isManual = drivenBy === "advance";
  const scheduler = createScheduler(
    isManual
      ? manualTime(options.startAt)
      : runningTime(options.now ?? (() => Date.now()), options.speed || 1, options.startAt),
  );
  const world: World = {
    settings,
    scheduler,
    era: new Era(),
    notifier: createNotifier(
      scheduler,
      () => world.ids,
      () => world.conditions.delivery,
    ),
    channels: new Channels((privilege, cname, uid) => world.bans.deny(privilege, cname, uid, scheduler.now())),
    bans: new Bans(),
    pages: new Pages(),
    resources: new Map(),
    tasks: new Map(),
    stt: new SttWorld(),
    startListeners: new Set(),
    ids: createIds(settings.seed()),
    conditions: new Conditions(!isManual),
  };
  const connection = createConnection(world, options.restTokens ?? null);
  const controls = createControls(world, connection.hosts);
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
      return world.channels.names.map((cname) => controls.channel(cname));
    },
    use: (...scenarios) => stage.use(fake, scenarios),
    recover: (agentId, recovery) => recover(world, agentId, recovery),
    breakDown: (id, cause) => breakDown(world, id, cause),
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
      return [...world.tasks.values()].map((task) => viewOf(task, scheduler.now()));
    },
    get tasks() {
      scheduler.catchUp();
      return [...world.stt.tasks.values()].map(taskView);
    },
    get agents() {
      scheduler.catchUp();
      return [...world.stt.agents.values()].map(agentView);
    },
    captions: (target) => captionSource(world, target),
    onStart(listener) {
      const own: StartListener = (started) => listener(started);
      world.startListeners.add(own);
      return () => world.startListeners.delete(own);
    },
    onNotification: (listener, delivery) => world.notifier.subscribe(listener, delivery),
    sendNotificationsTo: (target, sending) => sendNotifications(world, target, sending),
    reset() {
      stage.clear();
      world.era.end();
      scheduler.restart();
      connection.clear();
      connection.restTokens = options.restTokens ?? null;
      world.channels.clear();
      world.bans.clear();
      world.pages.clear();
      world.resources.clear();
      world.tasks.clear();
      world.stt.clear();
      world.ids = createIds(settings.seed());
      world.conditions = new Conditions(!isManual);
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
