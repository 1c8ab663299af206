import { expect, test } from "vitest";
import { readAccount } from "../stage/environment.mjs";

const account = {
  AGORA_APP_ID: "0123456789abcdef0123456789abcdef",
  AGORA_CUSTOMER_ID: "id",
  AGORA_CUSTOMER_SECRET: "secret",
  AGORA_APP_CERTIFICATE: "fedcba9876543210fedcba9876543210",
  STORAGE_VENDOR: "1",
  STORAGE_REGION: "0",
  STORAGE_BUCKET: "bucket",
  STORAGE_ACCESS_KEY: "access",
  STORAGE_SECRET_KEY: "keep",
};

test("without an account there is the fake, with a whole one the real service", () => {
  expect(readAccount({ PATH: "/bin" })).toBeUndefined();
  expect(readAccount({ ...account, STORAGE_READ_ACCESS_KEY: "read", AGORA_AREA: "EU" })).toEqual({
    bindings: { ...account, STORAGE_READ_ACCESS_KEY: "read", AGORA_AREA: "EU" },
  });
});

test("what is missing of an account is named, all of it at once", () => {
  const { STORAGE_BUCKET: _, AGORA_APP_CERTIFICATE: __, ...half } = account;
  expect(() => readAccount(half)).toThrow(/AGORA_APP_CERTIFICATE, STORAGE_BUCKET/);
});
