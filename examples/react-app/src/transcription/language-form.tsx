import { languagesOf } from "@agora-edge/core";
import { useRef, useState } from "react";
import { useLanguage } from "../language/use-language.ts";
import { ActionButton } from "../shared/action-button.tsx";
import { LanguagePicker } from "./language-picker.tsx";
import { mostLanguages, type TaskChoice } from "./task-choice.ts";

interface Props {
  choice: TaskChoice;
  isLive: boolean;
  isLocked: boolean;
  onChange: (choice: TaskChoice) => void;
  /** While it runs: asks the service, and rejects when it refuses. */
  onUpdate: (choice: TaskChoice) => Promise<void>;
}

/** What is spoken, and what it is translated into. While it runs, changes are collected and sent together. */
export function LanguageForm({ choice, isLive, isLocked, onChange, onUpdate }: Props) {
  const { words } = useLanguage();
  const [draft, setDraft] = useState<TaskChoice | null>(null);
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFieldSetElement>(null);
  const shown = (isLive ? draft : null) ?? choice;
  const most = mostLanguages[choice.version];
  const change = (next: TaskChoice) => {
    if (isSending) return;
    if (isLive) setDraft(next);
    else onChange(next);
  };
  const focusFirst = () => form.current?.querySelector("select")?.focus();
  const send = async (next: TaskChoice) => {
    setSending(true);
    try {
      await onUpdate(next);
      setDraft(null);
      // The button goes; who works with a keyboard is still here.
      focusFirst();
    } catch {
      // Stands in `error` of the task; the draft stays, to be sent again.
    }
    setSending(false);
  };
  return (
    <fieldset ref={form} className="languages" disabled={isLocked} aria-busy={isSending}>
      <legend className="visually-hidden">{words.languages}</legend>
      <LanguagePicker
        label={words.spoken}
        codes={languagesOf(choice.version)}
        chosen={shown.spoken}
        least={1}
        most={most.spoken}
        onChange={(spoken) => change({ ...shown, spoken })}
      />
      <LanguagePicker
        label={words.translatedInto}
        codes={languagesOf(choice.version, "translation-target")}
        chosen={shown.targets}
        least={0}
        most={most.targets}
        onChange={(targets) => change({ ...shown, targets })}
      />
      {isLive && draft && (
        <div className="buttons">
          <ActionButton look="primary" isDisabled={isSending} onClick={() => send(draft)}>
            {isSending ? words.applying : words.apply}
          </ActionButton>
          <ActionButton isDisabled={isSending} onClick={() => setDraft(null)}>
            {words.discard}
          </ActionButton>
        </div>
      )}
    </fieldset>
  );
}
