import { expect, test } from "vitest";
import { signNotification } from "./sign.ts";

test.each([
  [
    "secret",
    `{"eventMs":1560408533119,"eventType":10,"noticeId":"4eb720f0-8da7-11e9-a43e-53f411c2761f","notifyMs":1560408533119,"payload":{"a":"1","b":2},"productId":1}`,
    "033c62f40f687675f17f0f41f91a40c71c0f134c",
    "6d3320c60b11101395b7fc8f9068748808a0aa1bfa064438e39d1bc2c7d74d99",
  ],
  [
    "test-secret",
    `{"noticeId":"spec-0001","productId":3,"eventType":40,"notifyMs":1700000000123,"payload":{"cname":"room-1","uid":"527841","sid":"0123456789abcdef0123456789abcdef","sequence":0,"sendts":1700000000000,"serviceType":1,"details":{"msgName":"recorder_started","status":0}}}`,
    "c569449cf27bf4be1c7aef807faef24f48f9405d",
    "cc82444c0afe8ceaeb0061d000adc6949b0e5b43ebebd334409c13c6c2d4756f",
  ],
])("both signatures of a known body, with the secret %s", async (secret, body, sha1, sha256) => {
  expect(await signNotification(body, secret)).toEqual({ "Agora-Signature": sha1, "Agora-Signature-V2": sha256 });
});

test("letters beyond ASCII are signed as UTF-8", async () => {
  // printf 'é' | openssl dgst -sha1 -hmac 'ключ'
  expect((await signNotification("é", "ключ"))["Agora-Signature"]).toBe("4f5de20638740e9fb069f899966464d84f481255");
});
