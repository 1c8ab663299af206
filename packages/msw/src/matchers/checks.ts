import type { AgoraOperation } from "@agora-edge/core";
import type { FakeAgora } from "../fake/fake-agora.ts";
import type { JournalEntry } from "../fake/http/journal.ts";
import { unexpectedRequest } from "../fake/http/nearest.ts";
import type { RecordingView } from "../fake/recording/view.ts";
import { contains } from "./contains.ts";
import { counted, inWords, listed, recordingInWords, transcriptionInWords } from "./words.ts";

/** What a check found. The words fit after "expected the fake …" and "expected the fake not …". */
export interface Finding {
  readonly pass: boolean;
  readonly expected: string;
  readonly found: string;
}

/** What a recording is compared with. */
export interface RecordingFields {
  mode?: RecordingView["mode"];
  uid?: string;
  /** Why it ended. */
  ending?: RecordingView["ending"];
  /** How many files it wrote. */
  files?: number;
}

/** What a request is compared with. */
export interface RequestFields {
  /** How often. Default: at least once. */
  times?: number;
  /** What is in the body, and maybe more. */
  body?: unknown;
  /** The HTTP status of the answer. */
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
      expected: `to have recorded ${cname}${inWords(fields)}, with ${counted(files, "file")} to show for it`,
      found: listed(fake.recordings, recordingInWords),
    };
  },
  toBeRecording(fake: FakeAgora, cname: string, fields: Pick<RecordingFields, "mode" | "uid"> = {}): Finding {
    return {
      pass: fake.recordings.some((one) => one.live && one.cname === cname && contains(one, fields)),
      expected: `to be recording ${cname}${inWords(fields)}`,
      found: listed(fake.recordings, recordingInWords),
    };
  },
  toHaveStartedRecording(fake: FakeAgora, cname: string, times?: number): Finding {
    const count = fake.recordings.filter((one) => one.cname === cname).length;
    return {
      pass: times === undefined ? count > 0 : count === times,
      expected: `to have started ${counted(times, "recording")} of ${cname}`,
      found: listed(fake.recordings, recordingInWords),
    };
  },
  toBeTranscribing(fake: FakeAgora, channel: string): Finding {
    const all = [...fake.tasks, ...fake.agents];
    return {
      pass: all.some((one) => one.live && one.channel === channel),
      expected: `to be transcribing ${channel}`,
      found: listed(all, transcriptionInWords),
    };
  },
  toHaveStartedTranscription(fake: FakeAgora, channel: string, times?: number): Finding {
    const all = [...fake.tasks, ...fake.agents];
    const count = all.filter((one) => one.channel === channel).length;
    return {
      pass: times === undefined ? count > 0 : count === times,
      expected: `to have started ${counted(times, "transcription")} of ${channel}`,
      found: listed(all, transcriptionInWords),
    };
  },
  toHaveRequested(fake: FakeAgora, operation: AgoraOperation, { times, ...fields }: RequestFields = {}): Finding {
    const requests = fake.requests.filter((one) => one.operation === operation);
    const count = requests.filter((one) => contains(one, fields)).length;
    return {
      pass: times === undefined ? count > 0 : count === times,
      expected: `to have got ${operation}${times === undefined ? "" : ` ${counted(times, "time")}`}${inWords({ ...fields })}`,
      found: `${count} such, of ${listed(requests, ({ status, body }) => `${status ?? "cut"} ${JSON.stringify(body)}`)}`,
    };
  },
  toHaveNothingRunning(fake: FakeAgora): Finding {
    const live = [
      ...fake.recordings.filter((one) => one.live).map((one) => `recording ${one.sid} of ${recordingInWords(one)}`),
      ...[...fake.tasks, ...fake.agents].filter((one) => one.live).map(transcriptionInWords),
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
      found: listed(unexpected, ({ method, url, askedFor }) => unexpectedRequest(method, url, askedFor)),
    };
  },
};

export type Checks = typeof checks;
