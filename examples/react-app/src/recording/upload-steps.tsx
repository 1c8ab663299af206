import type { SessionSnapshot } from "@agora-edge/core";
import { useLanguage } from "../language/use-language.ts";

const steps = ["recorded", "uploading", "uploaded"] as const;

/** How far the files are, once the recording is over. A notification of the service brings the last step. */
export function UploadSteps({ snapshot: { status, upload, ending } }: { snapshot: SessionSnapshot<"recording"> }) {
  const { words } = useLanguage();
  if (status !== "stopped" || (ending === "nothing-recorded" && upload === null)) return null;
  const reached =
    upload === "uploaded" ? 2 : upload === "pending" || upload === "backuped" || upload === "stranded" ? 1 : 0;
  return (
    <ol className="upload-steps" aria-label={words.upload.title} data-upload={upload ?? "unknown"}>
      {steps.map((step, index) => (
        <li key={step} data-reached={index <= reached} aria-current={index === reached ? "step" : undefined}>
          {step === "uploading" && (upload === "backuped" || upload === "stranded")
            ? words.upload[upload]
            : words.upload[step]}
        </li>
      ))}
    </ol>
  );
}
