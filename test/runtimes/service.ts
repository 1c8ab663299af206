import { createFakeAgora, type FakeAgora } from "@agora-edge/msw/fake";
import { serveFakeAgora } from "@agora-edge/msw/node";
import type { SmokeTarget } from "./smoke.ts";

export interface Service {
  fake: FakeAgora;
  /** Where to record `cname`, in which somebody publishes from now on. */
  target(cname: string): Required<SmokeTarget>;
  close(): Promise<void>;
}

const account = {
  appId: "5a1ec0de5a1ec0de5a1ec0de5a1ec0de",
  customerId: "smoke-customer-id",
  customerSecret: "smoke-customer-secret",
};

/** The fake service over HTTP on loopback, its clock 60 times as fast as ours: a recording gets going in a second. */
export async function startService(): Promise<Service> {
  const fake = createFakeAgora({ ...account, speed: 60, rateLimit: false });
  const served = await serveFakeAgora(fake);
  return {
    fake,
    target(cname) {
      fake.channel(cname).join("1001");
      return { baseUrl: served.url, ...account, cname };
    },
    close: () => served.close(),
  };
}
