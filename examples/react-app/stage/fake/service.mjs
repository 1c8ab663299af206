// A fake Agora on loopback, with somebody in the room, whose clock can go faster.
import { randomUUID } from "node:crypto";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { serveFakeAgora } from "@agora-edge/msw/node";
import { createPace } from "./pace.mjs";
import { createLeases } from "./leases.mjs";

export const defaultChannel = "demo-room";
const people = ["1001", "1002"];

export async function startFake({ speed, storage }) {
  const fake = createFakeAgora({ speed: 1, seed: randomUUID(), appCertificate: true, storage });
  const leases = createLeases(fake);
  const served = await serveFakeAgora(fake, { onAnswer: (answer) => leases.seen(answer) });
  const pace = createPace(fake, speed);
  const gather = () => people.forEach((uid) => fake.channel(defaultChannel).join(uid));
  gather();
  return {
    fake,
    url: served.url,
    pace,
    expireLeases: () => leases.expire(),
    /** As at the beginning. */
    reset() {
      fake.reset();
      gather();
    },
    async close() {
      pace.stop();
      await served.close();
    },
  };
}
