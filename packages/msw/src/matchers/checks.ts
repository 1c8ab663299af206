import type { AgoraOperation } from "@agora-edge/core";
import type { FakeAgora } from "../fake/fake-agora.ts";
import type { JournalEntry } from "../fake/http/journal.ts";
import { unexpectedRequest } from "../fake/http/nearest.ts";
import type { RecordingView } from "../fake/view.ts";
import { contains } from "./contains.ts";

/** What a check found. The words fit after "expected the fake …" and "expected the fake not …". */
export interface Finding {
  readonly pass: boolean;
  readonly expected: string;
  readonly found: string;
}

export interface RecordingFields {
  mode?: RecordingView["mode"];
  uid?: string;
  ending?: RecordingView["ending"];
  /** How many files it wrote. */
  files?: number;
}

export interface RequestFields {
  /** How often. Default: at least once. */
  times?: number;
  /** What is in the body, and maybe more. */
  body?: unknown;
  status?: number;
}

/** What a test may expect of a fake. */
export const checks = {
  toHaveRecorded(fake: FakeAgora, cname: string, { files, ...fields }: RecordingFields = {}): Finding {
    const fits = (one: RecordingView) =>
      one.cname === cname &&
      contains(one, fields) &&
      (files === undefined ? one.files.length > 0 : one.files.length === files);
    return {
      pass: fake.recordings.some(fits),
      expected: `to have recorded ${cname}${inWords({ files, ...fields })}, with files to show for it`,
      found: listed(fake.recordings, ({ cname: name, files: all }) => `${name} with ${all.length} files`),
    };
  },
  toBeRecording(fake: FakeAgora, cname: string, fields: Pick<RecordingFields, "mode" | "uid"> = {}): Finding {
    const live = fake.recordings.filter((one) => one.live);
    return {
      pass: live.some((one) => one.cname === cname && contains(one, fields)),
      expected: `to be recording ${cname}${inWords(fields)}`,
      found: listed(live, (one) => one.cname),
    };
  },
  toHaveStartedRecording(fake: FakeAgora, cname: string, times?: number): Finding {
    const count = fake.recordings.filter((one) => one.cname === cname).length;
    return {
      pass: times === undefined ? count > 0 : count === times,
      expected: `to have started ${times ?? "any"} recordings of ${cname}`,
      found: String(count),
    };
  },
  toBeTranscribing(fake: FakeAgora, channel: string): Finding {
    const live = [...fake.tasks, ...fake.agents].filter((one) => one.live);
    return {
      pass: live.some((one) => one.channel === channel),
      expected: `to be transcribing ${channel}`,
      found: listed(live, (one) => one.channel),
    };
  },
  toHaveStartedTranscription(fake: FakeAgora, channel: string, times?: number): Finding {
    const count = [...fake.tasks, ...fake.agents].filter((one) => one.channel === channel).length;
    return {
      pass: times === undefined ? count > 0 : count === times,
      expected: `to have started ${times ?? "any"} transcriptions of ${channel}`,
      found: String(count),
    };
  },
  toHaveRequested(fake: FakeAgora, operation: AgoraOperation, { times, ...fields }: RequestFields = {}): Finding {
    const requests = fake.requests.filter((one) => one.operation === operation);
    const count = requests.filter((one) => contains(one, fields)).length;
    return {
      pass: times === undefined ? count > 0 : count === times,
      expected: `to have got ${operation}${times === undefined ? "" : ` ${times} times`}${inWords({ ...fields })}`,
      found: `${count} such, of ${listed(requests, ({ status, body }) => `${status ?? "cut"} ${JSON.stringify(body)}`)}`,
    };
  },
  toHaveNothingRunning(fake: FakeAgora): Finding {
    const live = [
      ...fake.recordings.filter((one) => one.live).map(({ sid, cname }) => `recording ${sid} of ${cname}`),
      ...fake.tasks.filter((one) => one.live).map(({ taskId, channel }) => `task ${taskId} in ${channel}`),
      ...fake.agents.filter((one) => one.live).map(({ agentId, channel }) => `agent ${agentId} in ${channel}`),
    ];
    return {
      pass: live.length === 0,
      expected: "to have nothing running, which costs money",
      found: listed(live, String),
    };
  },
  toHaveNoUnexpectedRequests(fake: FakeAgora): Finding {
    const unexpected: readonly JournalEntry[] = fake.unexpectedRequests;
    return {
      pass: unexpected.length === 0,
      expected: "to have got no requests that are no operation of Agora",
      found: listed(unexpected, ({ method, url }) => unexpectedRequest(method, url)),
    };
  },
};

export type Checks = typeof checks;

const listed = <Item>(items: readonly Item[], say: (item: Item) => string): string =>
  items.length === 0 ? "none" : items.map(say).join("; ");

function inWords(fields: object): string {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  return said.length === 0 ? "" : ` with ${said.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(", ")}`;
}
