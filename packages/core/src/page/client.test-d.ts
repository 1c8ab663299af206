import { expectTypeOf, test } from "vitest";
import type { ClientWith } from "../client/service-client.ts";
import type { createPageClient, createPageRecording, createPageSttAgents, PageClient } from "./client.ts";

test("a client of pages takes no credentials", () => {
  expectTypeOf<typeof createPageClient>().parameter(0).not.toHaveProperty("auth");
  expectTypeOf<typeof createPageRecording>().parameter(0).not.toHaveProperty("auth");
  expectTypeOf<typeof createPageSttAgents>().parameter(0).not.toHaveProperty("auth");
});

test("sessions and hooks take it like a client of servers", () => {
  expectTypeOf<PageClient>().toExtend<ClientWith<"recording" | "sttAgents" | "sttTasks">>();
});
