import type { AgoraError } from "@agora-edge/core";
import { useState } from "react";
import { useLanguage } from "../language/use-language.ts";

/** What support asks for. */
export function ErrorDetails({ error, title }: { error: AgoraError; title: string }) {
  const { words } = useLanguage();
  const [copied, setCopied] = useState<AgoraError | null>(null);
  const facts = (
    [
      ["kind", error.kind],
      ["operation", error.operation],
      ["status", error.status],
      ["code", error.code],
      ["reason", error.reason],
      ["requestId", error.requestId],
    ] as const
  ).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: String(value) }]));
  const copy = async () => {
    const lines = facts.map(({ name, value }) => `${name}: ${value}`);
    await navigator.clipboard.writeText([title, ...lines].join("\n"));
    setCopied(error);
  };
  return (
    <details className="error-details">
      <summary>{words.details}</summary>
      <dl>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{words.facts[name]}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button button-small" onClick={() => void copy()}>
        {words.copy}
      </button>{" "}
      <span>{copied === error && words.copied}</span>
    </details>
  );
}
