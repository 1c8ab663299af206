import type { ServiceRun } from "./families.ts";
import type { Tab, World } from "./draft.ts";
import { isActive, type Run, serviceId, type SessionService, type StoredRun } from "./machine.ts";
import { isLive } from "./service.ts";

/** What must hold in every world. `broken` gives what does not, if anything. */
export interface Promised {
  readonly text: string;
  readonly broken: <S extends SessionService>(world: World<S>) => boolean;
}

const leaseTime = 300_000;
const slack = 1500;

/** The two that are open; what was disposed of shows nothing any more. */
function shown<S extends SessionService>({ tabs }: World<S>): readonly Tab<S>[] {
  return tabs.slice(0, 2);
}

function isListed<S extends SessionService>(
  { setting }: World<S>,
  runs: readonly (StoredRun<S> | Run<S>)[],
  { key, id }: ServiceRun,
): boolean {
  const { family } = setting;
  return runs.some(({ intent, handle, isGuess }) => {
    if (serviceId(handle) === id) return true;
    const lease = intent && family.leaseOf(intent);
    return lease === null ? intent !== null && (handle === null || isGuess) : lease === key;
  });
}

const liveRunOf = ({ runs }: World, handle: object | null): ServiceRun | undefined => {
  const id = serviceId(handle);
  return id === undefined ? undefined : runs.find((run) => run.id === id && isLive(run));
};

const hasWork = (tab: Tab<SessionService>): boolean =>
  tab.flights.length + tab.accesses.length > 0 || tab.alarm !== null || tab.claim !== null;

/** Checked after every move; two more are checked while something leaves: see `page.ts`. */
export const promises: readonly Promised[] = [
  {
    text: "What records stands in storage, or in a living tab that is about to write it.",
    broken: (world) =>
      world.runs.some(
        (run) =>
          isLive(run) &&
          !isListed(world, world.stored, run) &&
          !world.tabs.some(
            (tab) =>
              (tab.accesses.some(({ type }) => type === "write") || tab.unwritten !== null) &&
              isListed(world, tab.state.runs, run),
          ),
      ),
  },
  {
    text: "What is shown as over and still records is about to be stopped.",
    broken: (world) =>
      shown(world).some(({ state: { status, handle, runs } }) => {
        if ((status !== "stopped" && status !== "failed") || !liveRunOf(world, handle)) return false;
        const id = serviceId(handle);
        return !runs.some((run) => serviceId(run.handle) === id && run.endAskedAt !== null);
      }),
  },
  {
    text: "Each status has what it needs: a handle, a lease, an error, an ending.",
    broken: (world) =>
      shown(world).some(({ state: { status, handle, lease, error, ending, step } }) => {
        if (status === "recording" || status === "transcribing" || status === "recovering" || status === "stopping") {
          return handle === null;
        }
        if (status === "acquired") return lease === null && step === null;
        return status === "failed" ? error === null : status === "stopped" && ending === null;
      }),
  },
  {
    text: "Whoever waits is answered: what is under way has a request, a write or a timer.",
    broken: (world) =>
      shown(world).some((tab) => {
        const { state, waiting } = tab;
        // Without a network a stop waits for it.
        if (hasWork(tab) || !state.online) return false;
        const canLook = state.visible && state.watched && state.settings.monitorInterval !== null;
        return (
          waiting.length > 0 || state.step !== null || state.status === "acquiring" || (canLook && isActive(state))
        );
      }),
  },
  {
    text: "What a session shows as running stands in its ledger.",
    broken: (world) =>
      shown(world).some(({ state }) => {
        const { handle, runs, step } = state;
        return isActive(state) && step === null && !runs.some((run) => serviceId(run.handle) === serviceId(handle));
      }),
  },
  {
    text: "A run of the ledger has a handle of what it was started with, and of nothing else.",
    broken: ({ setting: { family }, stored, tabs }) =>
      [stored, ...tabs.map(({ state }) => state.runs)].some((runs) =>
        runs.some(({ id, handle }) => handle !== null && (family.keyOf(handle) ?? id) !== id),
      ),
  },
  {
    text: "No lease is shown after its five minutes.",
    broken: (world) =>
      shown(world).some(({ state, isAgeless }) => {
        const { status, lease, visible } = state;
        if (status !== "acquired" || lease === null || !visible || isAgeless) return false;
        const own: unknown = Object.values(lease).find(
          (value) => typeof value === "string" && value.startsWith("lease "),
        );
        const known = world.leases.find(({ key }) => key === own);
        return known !== undefined && world.now - known.at > leaseTime + slack;
      }),
  },
  {
    text: "Of one key one start at a time is on its way.",
    broken: (world) =>
      world.tabs.reduce((sum, { flights }) => sum + flights.filter(({ what }) => what === "start").length, 0) > 1,
  },
];

/** Broken on the way, not in a state. */
export const promisesOnTheWay: readonly string[] = [
  "A start leaves after storage knows of it.",
  "What was shown as running is not stopped unless somebody said so.",
];

/** The first promise that this world breaks. */
export function brokenPromise<S extends SessionService>(world: World<S>): string | null {
  if (world.broken !== null) return world.broken;
  for (const { text, broken } of promises) if (broken(world)) return text;
  return null;
}
