import { useState, type ComponentType } from "react";
import { PastRecordings } from "./past/past-recordings.tsx";
import { LanguageSwitch } from "./language/language-switch.tsx";
import { useLanguage } from "./language/use-language.ts";
import { RecordingPanel } from "./recording/recording-panel.tsx";
import { settings } from "./settings.ts";
import { ChannelField } from "./shared/channel-field.tsx";
import { ThemeSwitch } from "./shared/theme-switch.tsx";
import { isText } from "./shared/stored.ts";
import { useTabChoice } from "./shared/use-tab-choice.ts";
import { TranscriptionPanel } from "./transcription/transcription-panel.tsx";

/** @param strip in development: the controls of the fake */
export function App({ strip: Strip }: { strip?: ComponentType<{ channel: string }> | undefined }) {
  const { words } = useLanguage();
  const [channel, setChannel] = useTabChoice("studio.channel", settings.channel, isText);
  // Each says whether it keeps the channel from being changed.
  const [isRecording, setRecording] = useState(false);
  const [isTranscribing, setTranscribing] = useState(false);
  const [news, setNews] = useState<string | null>(null);
  return (
    <>
      <header className="page-header">
        <h1>{words.title}</h1>
        <div className="page-switches">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <ChannelField channel={channel} onChange={setChannel} isLocked={isRecording || isTranscribing} />
      </header>
      <main className="panels">
        <RecordingPanel key={`recording ${channel}`} channel={channel} onActive={setRecording} onNews={setNews} />
        <TranscriptionPanel key={`captions ${channel}`} channel={channel} onActive={setTranscribing} />
        <PastRecordings key={`past ${channel}`} channel={channel} news={news} />
      </main>
      {Strip && <Strip key={channel} channel={channel} />}
    </>
  );
}
