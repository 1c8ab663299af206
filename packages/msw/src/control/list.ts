/** Every control and what it takes, for `GET /__fake/` and for readers. */
export const controlList = {
  "POST advance": "{ ms }",
  "POST join": "{ cname, uid, publish?, role? }",
  "POST leave": "{ cname, uid }",
  "POST fail": "{ operation, code?, kind?, status?, network?, hang?, delay?, times?, tookEffect?, twice?, … }",
  "POST use": "{ fault }: what the command takes after --fault, such as the name of a scenario",
  "POST failover": "{ sid, seconds? }",
  "POST recover": "{ agentId, seconds? }",
  "POST break-down": '{ id, cause?: "rtc" | "asr" | "translation" }',
  "POST say": "{ target, lines: [{ uid, text, language?, translations?, … }] }",
  "POST page": '{ url, fails } or { url, notifyReadyAfter?: ms | "never" }',
  "POST upload-time": "{ ms }",
  "POST reject": "{ token?, accessKey?, secretKey? }",
  "POST service": '{ state: "enabled" | "disabled" | "suspended" }',
  "POST reset": "{}: back to the beginning, but for the time",
  "GET state": "→ { now, recordings, tasks, agents, requestCount }",
  "GET requests": "→ the journal",
} as const;
