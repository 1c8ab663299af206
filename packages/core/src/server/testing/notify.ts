/** Signs as Agora does, apart from the code under test. */
export async function digest(
  hash: "SHA-1" | "SHA-256",
  secret: string,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<string> {
  const [key, message] = [secret, body].map((each) =>
    typeof each === "string" ? new TextEncoder().encode(each) : each,
  );
  const imported = await crypto.subtle.importKey("raw", key ?? new Uint8Array(), { name: "HMAC", hash }, false, [
    "sign",
  ]);
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", imported, message ?? new Uint8Array()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export interface NotifyOptions {
  secret?: string;
  /** Which signatures the request has. Default: both, as the service sends them. */
  headers?: Record<string, string>;
  method?: string;
}

export const secret = "webhook-secret-of-the-tests";

/** A notification on its way to a server, signed. */
export async function notify(
  body: object | string | Uint8Array<ArrayBuffer>,
  options: NotifyOptions = {},
): Promise<Request> {
  const key = options.secret ?? secret;
  const text = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
  const signatures = {
    "agora-signature": await digest("SHA-1", key, text),
    "agora-signature-v2": await digest("SHA-256", key, text),
  };
  return new Request("https://app.example/agora-events", {
    method: options.method ?? "POST",
    headers: { "content-type": "application/json", ...(options.headers ?? signatures) },
    body: text,
  });
}

/** One of the documented samples: all files are in the storage. */
export const uploaded = {
  noticeId: "b1f0c2d3-0000-4000-8000-000000000001",
  productId: 3,
  eventType: 31,
  notifyMs: 1_750_003_600_500,
  payload: {
    cname: "room-1",
    uid: "900001",
    sid: "4f0c9f0a7be14d2e8f64c1d7a0b3e5f1",
    sequence: 17,
    sendts: 1_750_003_600_100,
    serviceType: 2,
    details: {
      msgName: "uploaded",
      status: 0,
      fileList: [
        {
          fileName: "4f0c9f0a7be14d2e8f64c1d7a0b3e5f1_room-1.m3u8",
          trackType: "audio_and_video",
          uid: "0",
          mixedAllUser: true,
          isPlayable: true,
          sliceStartTime: 1_750_000_000_123,
        },
      ],
    },
  },
} as const;
