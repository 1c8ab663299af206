import { expectTypeOf, test } from "vitest";
import type { FakeAgora } from "../../fake.ts";
import type { sttFixtures } from "./stt-fixtures.ts";
import type { recordingFixtures } from "./fixtures.ts";
import type { FaultKind } from "./kinds.ts";
import type { proxyFixtures } from "./proxy-fixtures.ts";

test("every kind that can come over the wire has a fixture, and no other", () => {
  type Fixed = keyof typeof recordingFixtures | keyof typeof sttFixtures | keyof typeof proxyFixtures;
  expectTypeOf<FaultKind>().toEqualTypeOf<Fixed>();
});

test("what only the client finds wrong cannot be asked of the fake", () => {
  expectTypeOf<"aborted" | "invalid-config">().not.toExtend<FaultKind>();
  expectTypeOf<FakeAgora["fail"]>().parameter(1).toHaveProperty("kind").toEqualTypeOf<FaultKind | undefined>();
});
