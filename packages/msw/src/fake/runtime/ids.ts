import type { Seed } from "../settings/options.ts";

/** Everything that looks random, from one seed. Each kind has its own stream, so that one does not shift another. */
export interface Ids {
  resourceId(): string;
  sid(): string;
  requestId(): string;
  noticeId(): string;
  /** A recorder uid as the service draws it after a failover. */
  uid(): string;
  /** What acquire of the transcription service gives out. */
  builderToken(): string;
  taskId(): string;
  agentId(): string;
  /** 0 to below 1, for what is left to chance. */
  chance(): number;
}

const base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const resourceIdLength = 256;
const builderTokenLength = 384;
const checksumLength = 6;

export function createIds(seed: Seed): Ids {
  const resource = stream(`${seed}/resource`);
  const session = stream(`${seed}/session`);
  const request = stream(`${seed}/request`);
  const notice = stream(`${seed}/notice`);
  const recorder = stream(`${seed}/recorder`);
  const builder = stream(`${seed}/builder`);
  const task = stream(`${seed}/task`);
  const agent = stream(`${seed}/agent`);
  const chance = stream(`${seed}/chance`);
  return {
    resourceId: () => sealed(letters(resource, base64url, resourceIdLength - checksumLength)),
    sid: () => hex(session, 32),
    requestId: () => hex(request, 32),
    noticeId: () => uuid(hex(notice, 32)),
    uid: () => String(1_000_000 + Math.floor(recorder() * 2_000_000_000)),
    builderToken: () => sealed(letters(builder, base64url, builderTokenLength - checksumLength)),
    taskId: () => hex(task, 32),
    agentId: () => `1NT29X${letters(agent, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", 26)}`,
    chance,
  };
}

/** Whether a resource ID is one of ours and whole: its end is a checksum of the rest. */
export const isIntactResourceId = (id: string): boolean => isSealed(id, resourceIdLength);

/** The same for a builder token. */
export const isIntactBuilderToken = (token: string): boolean => isSealed(token, builderTokenLength);

const isSealed = (id: string, length: number): boolean =>
  id.length === length && sealed(id.slice(0, -checksumLength)) === id;

const sealed = (body: string): string => body + letters(stream(body), base64url, checksumLength);

const hex = (next: () => number, length: number): string => letters(next, "0123456789abcdef", length);

const letters = (next: () => number, alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(Math.floor(next() * alphabet.length))).join("");

const uuid = (digits: string): string =>
  [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join("-");

/** FNV-1a over the name, then mulberry32: small, even enough, and the same in every runtime. */
function stream(name: string): () => number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
