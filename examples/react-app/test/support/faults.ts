/** Says to come back later than anybody waits: nobody repeats the request unasked. */
export const busy = { kind: "rate-limited", times: Infinity, headers: { "Retry-After": "3600" } } as const;
