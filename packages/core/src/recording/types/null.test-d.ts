import { describe, expectTypeOf, test } from "vitest";
import type {
  AcquireRequest,
  RecordingQueryTarget,
  RecordingTarget,
  StartRequest,
  StopClientRequest,
  SttAcquireRequest,
  SttAgentTarget,
  SttJoinRequest,
  SttListFilter,
  SttStartRequest,
  SttTaskTarget,
  SttUpdateFields,
  UpdateClientRequest,
  UpdateLayoutClientRequest,
} from "../../index.ts";

/** The optional fields that do not take null, at any depth. */
type Refusing<Shape> = Shape extends string | number | boolean | null | undefined
  ? never
  : Shape extends readonly (infer Item)[]
    ? Refusing<Item>
    : {
        [Name in keyof Shape]-?:
          | (object extends Pick<Shape, Name> ? (null extends Shape[Name] ? never : Name) : never)
          | Refusing<Shape[Name]>;
      }[keyof Shape];

describe("null is a value of every optional field", () => {
  test("of Cloud Recording", () => {
    expectTypeOf<Refusing<AcquireRequest>>().toBeNever();
    expectTypeOf<Refusing<StartRequest>>().toBeNever();
    expectTypeOf<Refusing<UpdateClientRequest>>().toBeNever();
    expectTypeOf<Refusing<UpdateLayoutClientRequest>>().toBeNever();
    expectTypeOf<Refusing<StopClientRequest>>().toBeNever();
    expectTypeOf<Refusing<RecordingTarget | RecordingQueryTarget>>().toBeNever();
  });

  test("of Real-Time Speech-to-Text", () => {
    expectTypeOf<Refusing<SttAcquireRequest>>().toBeNever();
    expectTypeOf<Refusing<SttStartRequest>>().toBeNever();
    expectTypeOf<Refusing<SttJoinRequest>>().toBeNever();
    expectTypeOf<Refusing<SttUpdateFields<"v5" | "v6" | "v7">>>().toBeNever();
    expectTypeOf<Refusing<SttListFilter>>().toBeNever();
    expectTypeOf<Refusing<SttTaskTarget | SttAgentTarget>>().toBeNever();
  });

  test("and of no field that has to be there", () => {
    expectTypeOf<Refusing<{ there?: string }>>().toEqualTypeOf<"there">();
    expectTypeOf<null>().not.toExtend<AcquireRequest["uid"]>();
    expectTypeOf<null>().not.toExtend<SttJoinRequest["languages"]>();
  });
});
