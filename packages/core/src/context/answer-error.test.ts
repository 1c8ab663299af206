import { describe, expect, test } from "vitest";
import { errorOfAnswer, operations } from "../contract.ts";
import { AgoraApiError } from "../errors/api-error.ts";
import { basicAuth } from "../auth/basic-auth.ts";
import { createRecording } from "../recording/recording.ts";

describe("errorOfAnswer", () => {
  test("gives the error that a client throws for the same answer", async () => {
    const text = '{"code":433,"reason":"resource expired"}';
    const fetch = async () => new Response(text, { status: 400 });
    const client = createRecording({ appId: "a", auth: basicAuth("id", "secret"), fetch, retry: false });
    const target = { cname: "room-1", uid: "1", resourceId: "r", sid: "s", mode: "mix" } as const;
    const thrown: unknown = await client.query(target).catch((error: unknown) => error);
    const { handle: _, ...facts } = JSON.parse(JSON.stringify(thrown));
    expect(JSON.parse(JSON.stringify(errorOfAnswer("recording.query", { status: 400, text })))).toEqual(facts);
  });

  test("has one for every operation, whatever came", () => {
    for (const { name } of operations) {
      for (const text of ["", "<html>", "{}", '{"code":2}']) {
        expect(errorOfAnswer(name, { status: 500, text })).toBeInstanceOf(AgoraApiError);
      }
    }
  });

  test("knows no other operations", () => {
    expect(() => errorOfAnswer("recording.dance" as "recording.start", { status: 400, text: "" })).toThrow(RangeError);
  });
});
