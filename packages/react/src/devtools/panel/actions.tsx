import type { AnyClient } from "@agora-edge/core";
import { clockOf } from "@agora-edge/core/page";
import { type ReactNode, useState } from "react";
import { name, version } from "../../../package.json";
import { historyOf } from "../log/history.ts";
import type { Recorder } from "../log/recorder.ts";
import { bugReport } from "../log/report.ts";
import { useWords } from "../words/words.ts";
import { Json } from "./json.tsx";

interface Props {
  readonly client: AnyClient;
  readonly recorder: Recorder;
  readonly say: (text: string) => void;
}

const madeBy = `${name} ${version}`;

/** Gives the reader a file. */
function save(fileName: string, content: string): void {
  const link = document.createElement("a");
  const url = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

/** What can be done with the log. */
export function Actions({ client, recorder, say }: Props): ReactNode {
  const words = useWords();
  const [uncopied, setUncopied] = useState<string | null>(null);
  const now = () => clockOf(client).now();
  const copy = async () => {
    const { appId } = client;
    const report = bugReport({ ...recorder.getSnapshot(), appId, madeBy, agent: navigator.userAgent, now: now() });
    try {
      await navigator.clipboard.writeText(report);
      setUncopied(null);
      say(words.copied);
    } catch {
      // No HTTPS, or the app does not allow it.
      setUncopied(report);
      say(words.notCopied);
    }
  };
  const exportHistory = () => {
    const { transitions } = recorder.getSnapshot().log;
    save("agora-edge-history.json", `${JSON.stringify(historyOf(transitions, { madeBy, now: now() }), null, 1)}\n`);
  };
  return (
    <>
      <span className="buttons">
        <button type="button" onClick={() => void copy()}>
          {words.copyReport}
        </button>
        <button type="button" onClick={exportHistory}>
          {words.exportHistory}
        </button>
        <button type="button" onClick={() => recorder.clear()}>
          {words.clear}
        </button>
      </span>
      {uncopied !== null && <Json value={uncopied} label={words.copyReport} />}
    </>
  );
}
