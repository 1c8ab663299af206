// What the service answers, and what is asked of it, for figures that need no service.

export const account = { appId: "0123456789abcdef0123456789abcdef", customerId: "customer", customerSecret: "secret" };

export const acquireRequest = { cname: "room-1", uid: "900001", clientRequest: { resourceExpiredHour: 24 } };

export const handle = {
  appId: account.appId,
  cname: "room-1",
  uid: "900001",
  mode: "mix",
  resourceId:
    "JyvK8nXHuV1BE64GDkAaBGEscvtHW7v8BrQoRPCHxmeVxwY22-x-kv4GdPcjZeMzoCBUCOr9q-k6wBWMC7SaAkZ_4nO3JLqYwM1bL1n6w",
  sid: "38f8e3cfdc474cd56fc1ceba380d7e1a",
  startedAt: 1_750_000_000_000,
};

const { cname, uid, resourceId, sid } = handle;

export const answers = {
  acquire: { cname, uid, resourceId },
  query: {
    cname,
    uid,
    resourceId,
    sid,
    serverResponse: {
      status: 5,
      fileListMode: "json",
      fileList: [
        {
          fileName: `${sid}_room-1.m3u8`,
          trackType: "audio_and_video",
          uid: "0",
          mixedAllUser: true,
          isPlayable: true,
          sliceStartTime: 1_750_000_000_123,
        },
        {
          fileName: `${sid}_room-1_0.mp4`,
          trackType: "audio_and_video",
          uid: "0",
          mixedAllUser: true,
          isPlayable: true,
          sliceStartTime: 1_750_000_000_456,
        },
      ],
      sliceStartTime: 1_750_000_000_123,
    },
  },
};

/** A fetch that answers at once, always the same. */
export function instantFetch(body, status = 200) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const headers = { "content-type": "application/json", "x-request-id": "request-1" };
  return async () => new Response(text, { status, headers });
}
