import { addressOf, type Language, type Page } from "./page.ts";

const words: Record<Language, { tagline: string; start: string; live: string }> = {
  en: {
    tagline:
      "Agora Cloud Recording and Real-Time Speech-to-Text from edge functions and from React. Every error explained, no recording lost.",
    start: "Quick start",
    live: "See it run",
  },
  "zh-CN": {
    tagline: "在边缘函数和 React 中使用声网云端录制与实时转录翻译：每个错误都有解释，每次录制都有着落。",
    start: "快速开始",
    live: "在线示例",
  },
};

/** How the first page of a language looks. */
export function home({ language }: Pick<Page, "language">) {
  const { tagline, start, live } = words[language];
  const link = (slug: string) => addressOf({ language, slug });
  return {
    template: "splash",
    hero: {
      title: "agora-edge",
      tagline,
      actions: [
        { text: start, link: link("quick-start"), icon: "right-arrow" },
        { text: live, link: link("live"), variant: "secondary" },
      ],
    },
  };
}
