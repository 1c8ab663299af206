import { createMacrotask, createTick } from "./settle.ts";

/** Enough of a request to know it again when it arrives. */
export interface SentRequest {
  readonly method: string;
  /** As the client has it: in a page it can be relative. */
  readonly url: string;
}

/** A request that has arrived at the service. */
export interface Arrival {
  /** Says that the answer waits for the fake's clock, or never comes, until `wait` is over. */
  hold<T>(wait: Promise<T>): Promise<T>;
}

/** Work of a client that has not ended: mostly a request, from when it is sent until its answer is read. */
interface Trip {
  readonly key: string;
  hasArrived: boolean;
  isHeld: boolean;
  /** How often it was waited for. */
  pauses: number;
  isGivenUp: boolean;
}

/**
 * The requests between client and service. Sent and not yet arrived, or answered and not yet read: such a one needs
 * nothing of the fake's clock, only that the machine gets on with it, however busy that is. One that the service holds
 * back waits for the clock itself.
 */
export interface Trips {
  /** A client begins something, and is done when `work` settles. */
  begin(work: Promise<unknown>, request?: SentRequest): void;
  arrive(request: SentRequest): Arrival;
  /** Waits until nothing is on its way; tells whether anything was. */
  end(): Promise<boolean>;
  clear(): void;
}

/**
 * What never comes through, such as a request that a handler of the test keeps to itself, holds the clock up for so many
 * pauses; the next of its kind hardly at all. Through a service worker those are timers of the page: a second, and longer on a
 * machine that is so busy that requests take longer, too. Elsewhere they are turns of the event loop: there a request moves
 * in each of them.
 */
const pausesAtMost = { throughWorker: 250, inProcess: 60, secondTime: 10 } as const;
const tickMs = 4;

/** To be made with the fake: tests replace timers later. */
export function createTrips(): Trips {
  const turn = createMacrotask();
  const tick = createTick(tickMs);
  const trips = new Set<Trip>();
  /** What was given up, until it comes through after all. */
  const stuck = new Set<string>();

  async function pause(waitedFor: readonly Trip[]): Promise<void> {
    const isThroughWorker = await tick();
    if (!isThroughWorker) await turn();
    const most = isThroughWorker ? pausesAtMost.throughWorker : pausesAtMost.inProcess;
    for (const trip of waitedFor) {
      trip.pauses += 1;
      if (trip.pauses < (stuck.has(trip.key) ? pausesAtMost.secondTime : most)) continue;
      trip.isGivenUp = true;
      stuck.add(trip.key);
    }
  }

  const onTheWay = () => [...trips].filter((trip) => !trip.isHeld && !trip.isGivenUp);

  return {
    begin(work, request) {
      const key = request ? keyOf(request) : "";
      const trip: Trip = { key, hasArrived: false, isHeld: false, pauses: 0, isGivenUp: false };
      const end = () => {
        trips.delete(trip);
        if (!trip.isGivenUp) stuck.delete(key);
      };
      trips.add(trip);
      work.then(end, end);
    },
    arrive(request) {
      const key = keyOf(request);
      const trip = [...trips].find((one) => one.key === key && !one.hasArrived);
      if (trip) trip.hasArrived = true;
      return {
        async hold(wait) {
          if (trip) trip.isHeld = true;
          try {
            return await wait;
          } finally {
            if (trip) trip.isHeld = false;
          }
        },
      };
    },
    async end() {
      let waited = false;
      for (let left = onTheWay(); left.length > 0; left = onTheWay()) {
        waited = true;
        await pause(left);
      }
      return waited;
    },
    clear() {
      trips.clear();
      stuck.clear();
    },
  };
}

/** Without the host: a proxy, or a handler of the test, may have put another one in its place. */
function keyOf({ method, url }: SentRequest): string {
  const { pathname, search } = new URL(url, typeof location === "object" ? location.href : "http://any-host.invalid/");
  return `${method.toUpperCase()} ${pathname}${search}`;
}
