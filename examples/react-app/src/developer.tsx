import { AgoraDevtools, type DevtoolsFake } from "@agora-edge/react/devtools/production";
import { useLanguage } from "./language/use-language.ts";

/** What the sessions of the page do. In its own chunk, which a build for users does not contain. */
export function Developer({ fake }: { fake: DevtoolsFake | undefined }) {
  const { language } = useLanguage();
  return <AgoraDevtools fake={fake} locale={language === "zh" ? "zh-CN" : "en"} />;
}
