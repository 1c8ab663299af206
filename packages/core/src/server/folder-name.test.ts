import fc from "fast-check";
import { expect, test } from "vitest";
import { folderName } from "../server.ts";

test("keeps small letters and digits", () => {
  expect(folderName("alice2")).toBe("alice2");
  expect(folderName("alice-x")).toBe("aliceX2DXx");
  expect(folderName("Room_1 房")).toBe("X52XoomX5FX1X20XX623FX");
});

/** Names that are easily confused: what an escape looks like is in them too. */
const names = fc.string({ unit: fc.constantFrom("a", "x", "X", "2", "D", "-", "_", "/", ".", "é", "𝒳"), minLength: 1 });

test("makes letters and digits of every name, and never the same of two", () => {
  fc.assert(
    fc.property(names, names, (one, other) => {
      expect(folderName(one)).toMatch(/^[A-Za-z\d]+$/);
      expect(folderName(one) === folderName(other)).toBe(one === other);
    }),
  );
});
