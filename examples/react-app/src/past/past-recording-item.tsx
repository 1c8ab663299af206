import { useState } from "react";
import { useLanguage } from "../language/use-language.ts";
import { Player } from "../recording/player.tsx";
import { fileUrl } from "../recording/recording-urls.ts";
import { type PastRecording, type RecordedFile, useRecordedFiles } from "./use-past-recordings.ts";

interface Props {
  channel: string;
  recording: PastRecording;
  isOpen: boolean;
  onToggle: () => void;
}

/** One recording: when it was, and once it is opened what is in it. */
export function PastRecordingItem({ channel, recording, isOpen, onToggle }: Props) {
  const { words, tag } = useLanguage();
  const { sid, mode, startedAt, endedAt } = recording;
  const { files, isLoading, hasFailed } = useRecordedFiles(channel, sid, isOpen, endedAt ?? 0);
  const modes: Readonly<Record<string, { name: string }>> = words.modes;
  const time = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "medium" }).format(startedAt);
  return (
    <li>
      <div className="file-facts">
        <strong>{time}</strong>
        <small>
          {[modes[mode]?.name ?? mode, endedAt === null ? words.past.running : ""].filter(Boolean).join(" · ")}
        </small>
      </div>
      <button type="button" className="button button-small" aria-expanded={isOpen} onClick={onToggle}>
        {isOpen ? words.close : words.past.open}
      </button>
      {isOpen && hasFailed && <p role="alert">{words.past.failed}</p>}
      {isOpen && !hasFailed && !isLoading && <Content channel={channel} sid={sid} files={files} />}
    </li>
  );
}

/** Playlists of an individual recording are of one person each. */
function Content({ channel, sid, files }: { channel: string; sid: string; files: readonly RecordedFile[] }) {
  const { words } = useLanguage();
  const playlists = files.filter(({ format }) => format === "m3u8");
  const people = [...new Set(playlists.flatMap(({ uid }) => (uid === null || uid === "0" ? [] : [uid])))];
  const [chosen, setChosen] = useState<string | null>(null);
  const uid = chosen ?? people[0];
  const whole = files.filter(({ format }) => format === "mp4" || format === "mp3");
  const master = `${fileUrl(channel, sid, "master.m3u8")}${uid === undefined ? "" : `?uid=${uid}`}`;
  if (files.length === 0) return <p className="hint">{words.past.noFiles}</p>;
  return (
    <div className="past-content">
      {people.length > 1 && (
        <label>
          {words.past.person}{" "}
          <select value={uid} onChange={(event) => setChosen(event.target.value)}>
            {people.map((one) => (
              <option key={one} value={one}>
                {words.speaker(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {playlists.length > 0 && <Player url={master} label={words.past.recording} />}
      <ul className="past-files">
        {whole.map((file) => (
          <WholeFile key={file.fileName} url={fileUrl(channel, sid, file.fileName)} file={file} />
        ))}
      </ul>
    </div>
  );
}

/** A file to download, with a picture out of it: the browser asks for no more of the file than that takes. */
function WholeFile({ url, file: { fileName, format, uid, size } }: { url: string; file: RecordedFile }) {
  const { words, tag } = useLanguage();
  const megabytes = new Intl.NumberFormat(tag, { style: "unit", unit: "megabyte", maximumFractionDigits: 2 });
  const facts = [format.toUpperCase(), uid && uid !== "0" && words.speaker(uid), megabytes.format(size / 1_000_000)];
  return (
    <li>
      {format === "mp4" && (
        <video className="thumbnail" src={`${url}#t=1`} preload="metadata" muted aria-hidden="true" />
      )}
      <a href={`${url}?download`} download={fileName}>
        {words.past.download} <small>{facts.filter(Boolean).join(" · ")}</small>
      </a>
    </li>
  );
}
