// What a careful team writes by hand: ky with its defaults, a valibot schema for what is sent and for what comes back.
import ky from "ky";
import * as v from "valibot";

const uid = v.pipe(v.string(), v.regex(/^[1-9]\d*$/));
const id = v.pipe(v.string(), v.minLength(1));

const acquireRequest = v.object({
  cname: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  uid,
  clientRequest: v.optional(
    v.object({
      scene: v.optional(v.picklist([0, 1, 2])),
      resourceExpiredHour: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(720))),
      excludeResourceIds: v.optional(v.array(id)),
    }),
  ),
});
const acquireAnswer = v.object({ cname: v.optional(v.string()), uid: v.optional(v.string()), resourceId: id });

const handleSchema = v.object({ resourceId: id, sid: id, mode: v.picklist(["individual", "mix", "web"]) });
const file = v.object({
  fileName: id,
  trackType: v.optional(v.string()),
  uid: v.optional(v.string()),
  mixedAllUser: v.optional(v.boolean()),
  isPlayable: v.optional(v.boolean()),
  sliceStartTime: v.optional(v.number()),
});
const queryAnswer = v.object({
  cname: v.optional(v.string()),
  uid: v.optional(v.string()),
  resourceId: id,
  sid: id,
  serverResponse: v.object({
    status: v.number(),
    fileListMode: v.optional(v.picklist(["string", "json"])),
    fileList: v.optional(v.union([v.string(), v.array(file)])),
    sliceStartTime: v.optional(v.number()),
  }),
});

export function createKyValibotClient({ appId, customerId, customerSecret, baseUrl, fetch }) {
  const api = ky.create({
    prefix: `${baseUrl}/v1/apps/${appId}/cloud_recording`,
    headers: { authorization: `Basic ${btoa(`${customerId}:${customerSecret}`)}` },
    ...(fetch ? { fetch } : {}),
  });
  return {
    async acquire(request) {
      const json = v.parse(acquireRequest, request);
      return v.parse(acquireAnswer, await api.post("acquire", { json }).json());
    },
    async query(handle) {
      const { resourceId, sid, mode } = v.parse(handleSchema, handle);
      const path = `resourceid/${encodeURIComponent(resourceId)}/sid/${encodeURIComponent(sid)}/mode/${mode}/query`;
      return v.parse(queryAnswer, await api.get(path).json());
    },
  };
}
