import { useCallback, useEffect, useState } from "react";
import type { PastRecording, RecordedFile } from "../../past-recordings.ts";
import { recordingsUrl } from "../recording/recording-urls.ts";

export type { PastRecording, RecordedFile };

/** What the Worker of this page answers; null where it did not. */
async function load(url: string): Promise<unknown> {
  try {
    const response = await fetch(url);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

interface Loaded {
  readonly url: string;
  /** As which it was asked for. */
  readonly version: string;
  readonly value: unknown;
}

/** `undefined` until the first answer is there. Asks again when `version` changes, and shows the old answer meanwhile. */
function useLoaded(url: string | null, version: string): unknown {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (url === null) return;
    let isStale = false;
    void load(url).then((value) => {
      if (!isStale) setLoaded({ url, version, value });
    });
    return () => {
      isStale = true;
    };
  }, [url, version]);
  return loaded?.url === url ? loaded?.value : undefined;
}

/** The recordings of a channel; `news`: what changes when there may be others, null before that is known. */
export function usePastRecordings(channel: string, news: string | null) {
  const [asked, setAsked] = useState(0);
  const refresh = useCallback(() => setAsked((times) => times + 1), []);
  const answer = useLoaded(news === null ? null : recordingsUrl(channel), `${asked} ${news}`) as
    | { recordings: readonly PastRecording[] }
    | null
    | undefined;
  return { recordings: answer?.recordings ?? [], isLoading: answer === undefined, hasFailed: answer === null, refresh };
}

/** The files of a recording, once somebody wants to see them. */
export function useRecordedFiles(channel: string, sid: string, isWanted: boolean, version: number) {
  const url = `${recordingsUrl(channel)}/${encodeURIComponent(sid)}`;
  const answer = useLoaded(isWanted ? url : null, String(version)) as
    | { files: readonly RecordedFile[] }
    | null
    | undefined;
  return { files: answer?.files ?? [], isLoading: answer === undefined, hasFailed: answer === null };
}
