import { explainError } from "@agora-edge/core";
import { zhCN } from "@agora-edge/core/locales/zh-CN";
import { type UseRecordingSessionResult, useLeaseCountdown, type useRecordingSession } from "@agora-edge/react";
import type { Language, Words } from "./words.ts";
import { room } from "./world.ts";

/** Nothing but the fake gets to see it. */
const storageConfig = { vendor: 1, region: 0, bucket: "recordings", accessKey: "key", secretKey: "secret" };

export type Recording = UseRecordingSessionResult;

export const recordingOptions = {
  cname: room,
  uid: "900001",
  mode: "mix",
  clientRequest: { storageConfig, recordingConfig: { channelType: 1, maxIdleTime: 30 } },
  // A reader has less patience than an app, which does well with the default of two minutes.
  monitor: { interval: 10_000 },
} as const satisfies Parameters<typeof useRecordingSession>[0];

/** What is worth seeing of a snapshot, and the ledger behind it. */
export function viewOf(recording: Recording, ledger: readonly object[]): object {
  const { status, lease, handle, unsettled, startedAt, checkedAt, files, upload, ending, error } = recording;
  return {
    status,
    lease: lease && { expiresAt: lease.expiresAt },
    handle: handle && { cname: handle.cname, uid: handle.uid, sid: handle.sid },
    unsettled: unsettled !== null,
    ledger,
    startedAt,
    checkedAt,
    files: files.length,
    upload,
    ending,
    error: error && { kind: error.kind, retry: error.retry.policy },
  };
}

export function Countdown({ lease, words }: { lease: Recording["lease"]; words: Words }) {
  const seconds = useLeaseCountdown(lease);
  if (seconds === null) return <output>{words.noLease}</output>;
  return <output>{seconds === 0 ? words.leaseOver : `${seconds} ${words.seconds}`}</output>;
}

export function Buttons({ recording, words }: { recording: Recording; words: Words }) {
  const isRunning = recording.isActive && !recording.unsettled;
  return (
    <p className="live-bar">
      <button type="button" onClick={recording.start} disabled={recording.isPending || isRunning}>
        {words.record}
      </button>
      <button type="button" onClick={recording.stop} disabled={!recording.isActive && !recording.unsettled}>
        {words.stop}
      </button>
      <span role="status" data-status={recording.status}>
        {recording.status}
      </span>
    </p>
  );
}

export function Files({ recording, words }: { recording: Recording; words: Words }) {
  if (recording.files.length === 0) {
    return (
      <p>
        {words.files}: {words.noFiles}
      </p>
    );
  }
  return (
    <>
      <p>{words.files}</p>
      <ul>
        {recording.files.map(({ fileName }) => (
          <li key={fileName}>
            <code>{fileName}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ExplanationProps {
  readonly error: Recording["error"];
  readonly language: Language;
  readonly words: Words;
  readonly errors: string | undefined;
}

export function Explanation({ error, language, words, errors }: ExplanationProps) {
  if (!error) return null;
  const { title, explanation, action, causes, docs } = explainError(error, language === "en" ? {} : { locale: zhCN });
  return (
    <div role="alert" className="live-error">
      <b>{title}</b>
      <p>{explanation}</p>
      <p>
        <b>{words.whatToDo}</b>: {action}
      </p>
      {causes.length > 0 && (
        <ul>
          {causes.map((cause) => (
            <li key={cause}>{cause}</li>
          ))}
        </ul>
      )}
      <a href={errors === undefined ? docs : `${errors}${error.kind}/`}>{words.more}</a>
    </div>
  );
}
