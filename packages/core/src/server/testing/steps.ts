import { isAgoraError, type AgoraError } from "../../errors/agora-error.ts";
import { clientRequest, type World } from "./world.ts";

export const room = { cname: "room-1", uid: "900001" } as const;

const tick = () => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Runs a call to its end, and gives its result or its error. The fake's clock goes in small steps: the platform's crypto
 * takes its time off that clock, which must not run away meanwhile.
 */
export async function settle<T>({ fake }: World, call: Promise<T>): Promise<T | AgoraError> {
  const caught = call.catch((error: unknown) => (isAgoraError(error) ? error : Promise.reject(error)));
  const state = { isDone: false };
  const done = caught.finally(() => (state.isDone = true)).catch(() => {});
  for (let step = 0; step < 500 && !state.isDone; step++) {
    await tick();
    await fake.advanceAsync(250);
  }
  await done;
  return caught;
}

/** Waits off the fake's clock. */
export async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000; turn++) {
    if (condition()) return;
    await tick();
  }
  throw new Error("It never came to that.");
}

/** A page of `user` that records. */
export async function record(world: World, user = "alice") {
  const page = world.page(user);
  const lease = await page.recording.acquire(room);
  const handle = await page.recording.start({ ...lease, mode: "mix", clientRequest });
  return { page, lease, handle };
}
