import type { Project } from "../settings/project.ts";
import { type Finding, ok, problem } from "./check.ts";
import { isHex32 } from "./hex.ts";

const where = "Copy it from Agora Console, Project Management.";

/** What can be seen without asking anybody. */
export function checkSettings({ appId, customerId, customerSecret }: Project): Finding {
  const check = "settings";
  if (customerId === appId)
    return problem(
      check,
      "mixed-up",
      "AGORA_CUSTOMER_ID is the App ID.",
      "Take the Customer ID of Agora Console, RESTful API.",
    );
  if (customerSecret === appId)
    return problem(
      check,
      "mixed-up",
      "AGORA_CUSTOMER_SECRET is the App ID.",
      "Take the Customer Secret of Agora Console, RESTful API.",
    );
  if (!isHex32(appId))
    return problem(
      check,
      "malformed-app-id",
      `AGORA_APP_ID has ${appId.length} characters, and an App ID is 32 of 0-9 and a-f.`,
      where,
    );
  return ok(check, "App ID, Customer ID and Customer Secret are there.");
}
