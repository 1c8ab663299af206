import { notificationScenarios } from "./notifications.ts";
import { recordingScenarios } from "./recording.ts";
import { serviceScenarios } from "./service.ts";
import { sttScenarios } from "./stt.ts";

/**
 * Situations that a user interface meets, each in one line: `fake.use(scenarios.failover({ seconds: 60 }))`. Several
 * together: `fake.use(scenarios.idleExit(), scenarios.lostNotifications())`.
 */
export const scenarios = {
  ...recordingScenarios,
  ...sttScenarios,
  ...serviceScenarios,
  ...notificationScenarios,
};
