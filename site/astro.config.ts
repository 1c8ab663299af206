import react from "@astrojs/react";
import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";
import { anyFolder } from "./build/any-folder.ts";
import { typesOnHover } from "./hovers/plugin.ts";
import { sidebar } from "./sidebar.ts";
import { repositoryUrl } from "./stage/repository.ts";

export default defineConfig({
  publicDir: "./.public",
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  integrations: [
    react(),
    starlight({
      title: "agora-edge",
      defaultLocale: "root",
      locales: {
        root: { label: "English", lang: "en" },
        zh: { label: "简体中文", lang: "zh-CN" },
      },
      social: [{ icon: "github", label: "GitHub", href: repositoryUrl }],
      sidebar: [...sidebar],
      customCss: ["./src/styles/site.css"],
      expressiveCode: { plugins: [typesOnHover()] },
      credits: false,
    }),
    anyFolder,
  ],
});
