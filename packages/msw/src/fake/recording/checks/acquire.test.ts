import { describe, expect, test } from "vitest";
import { callFake } from "../../../testing/caller.ts";

const invalid = (path: string) => ({ status: 400, body: { code: 2, reason: `Acquire: invalid ${path} value!` } });

test.each([
  ["cname", { uid: "1", clientRequest: {} }],
  ["cname", { cname: 5, uid: "1", clientRequest: {} }],
  ["cname", { cname: "", uid: "1", clientRequest: {} }],
  ["uid", { cname: "a", clientRequest: {} }],
  ["uid", { cname: "a", uid: 1, clientRequest: {} }],
  ["uid", { cname: "a", uid: "0", clientRequest: {} }],
  ["uid", { cname: "a", uid: "00", clientRequest: {} }],
  ["uid", { cname: "a", uid: "4294967296", clientRequest: {} }],
  ["uid", { cname: "a", uid: "abc", clientRequest: {} }],
  ["clientRequest", { cname: "a", uid: "1" }],
  ["clientRequest", { cname: "a", uid: "1", clientRequest: [] }],
])("%s must be right: %j", async (path, body) => {
  const { post } = callFake();
  expect(await post("/acquire", body)).toMatchObject(invalid(path));
});

test.each([
  ["the largest", "4294967295"],
  ["one with a zero before it", "01"],
])("%s uid is taken", async (_, uid) => {
  const { acquire } = callFake();
  expect((await acquire({}, { cname: "a", uid })).status).toBe(200);
});

test.each([
  ["scene", { scene: "0" }],
  ["scene", { scene: 3 }],
  ["resourceExpiredHour", { resourceExpiredHour: 0 }],
  ["resourceExpiredHour", { resourceExpiredHour: 721 }],
  ["resourceExpiredHour", { resourceExpiredHour: 1.5 }],
  ["resourceExpiredHour", { resourceExpiredHour: "24" }],
  ["excludeResourceIds", { excludeResourceIds: "id" }],
  ["excludeResourceIds", { excludeResourceIds: [1] }],
  ["region", { region: "US" }],
  ["regionAffinity", { regionAffinity: 5 }],
  ["startParameter", { startParameter: "x" }],
])("%s is checked: %j", async (path, clientRequest) => {
  const { acquire } = callFake();
  expect(await acquire(clientRequest)).toMatchObject(invalid(path));
});

test.each([
  [{ scene: 0 }],
  [{ scene: 1 }],
  [{ resourceExpiredHour: 720, region: "EU", excludeResourceIds: [], unknownField: true }],
  [{ regionAffinity: 4 }],
  [{ startParameter: { storageConfig: "wrong, but nobody looks yet" } }],
])("%j is accepted", async (clientRequest) => {
  const { acquire } = callFake();
  expect((await acquire(clientRequest)).status).toBe(200);
});

describe("channel names", () => {
  const all = "azAZ09 !#$%&()+-:;<=.>?@[]^_{}|~,";
  const refused = { status: 400, body: { code: 401, reason: "invalid_channel_name" } };

  test("89 characters and 64 bytes", async () => {
    const { acquire } = callFake();
    const name = (cname: string) => acquire({}, { cname, uid: "1" });
    expect((await name(all)).status).toBe(200);
    expect((await name("x".repeat(64))).status).toBe(200);
    for (const wrong of ["x".repeat(65), "房间", "a/b", 'a"b', "a*b", "a\\b", "a'b"]) {
      expect(await name(wrong)).toMatchObject(refused);
    }
  });

  test("are labels in web mode, up to 1024 bytes", async () => {
    const { acquire } = callFake();
    expect((await acquire({ scene: 1 }, { cname: "房间/".repeat(100), uid: "1" })).status).toBe(200);
    expect(await acquire({ scene: 1 }, { cname: "x".repeat(1025), uid: "1" })).toMatchObject(invalid("cname"));
  });

  test("have an older code", async () => {
    const { acquire } = callFake({ codes: "older" });
    expect((await acquire({}, { cname: "a/b", uid: "1" })).body.code).toBe(1013);
  });
});
