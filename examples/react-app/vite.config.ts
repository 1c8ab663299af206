import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // Found while the page runs, these would make it reload. In this repository the packages are links, which Vite does not
  // look into beforehand; an app of yours needs none of it.
  optimizeDeps: {
    include: [
      "hls.js",
      "@agora-edge/core > ky",
      "@agora-edge/core > valibot",
      "@agora-edge/core > @bufbuild/protobuf/wire",
    ],
  },
});
