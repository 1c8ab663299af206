import { expectTypeOf, test } from "vitest";
import { basicAuth } from "../auth/basic-auth.ts";
import type { ClientWith } from "../client/service-client.ts";
import { createPageClient, createPageRecording, createPageSttAgents, type PageClient } from "./client.ts";

const options = { appId: "app1", baseUrl: "/agora" };
const auth = basicAuth("customer-id", "customer-secret");

test("a client of pages takes no credentials", () => {
  // @ts-expect-error a page holds no secret
  createPageClient({ ...options, auth });
  // @ts-expect-error a page holds no secret
  createPageRecording({ ...options, auth });
  // @ts-expect-error a page holds no secret
  createPageSttAgents({ ...options, auth });
});

test("sessions and hooks take it like a client of servers", () => {
  expectTypeOf<PageClient>().toExtend<ClientWith<"recording" | "sttAgents" | "sttTasks">>();
});
