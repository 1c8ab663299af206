import { createAgoraClient } from "@agora-edge/core";
import { AgoraProvider, useAgoraClient } from "@agora-edge/react";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { expect, onTestFinished, test } from "vitest";

test("the built React package gives a client to a component in Chromium", async () => {
  const Shown = () => createElement("p", null, `App ID ${useAgoraClient().appId}`);
  const client = createAgoraClient({ appId: "app-of-the-page", baseUrl: "/api/agora" });
  const element = document.body.appendChild(document.createElement("div"));
  const root = createRoot(element);
  onTestFinished(() => root.unmount());
  root.render(createElement(AgoraProvider, { client }, createElement(Shown)));
  await expect.poll(() => element.textContent).toBe("App ID app-of-the-page");
});
