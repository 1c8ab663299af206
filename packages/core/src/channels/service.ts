import { gatewayRows, gatewayStatuses } from "../catalogue/gateway.ts";
import { common } from "../locales/en/common.ts";
import { local } from "../locales/en/local.ts";
import type { Service } from "../pipeline/call.ts";

/** Channel management, as the transport has to know it. Its failures say why in words; no codes are documented. */
export const channelsService: Service = {
  catalogue: { rows: gatewayRows, statuses: gatewayStatuses, picked: {} },
  texts: /* @__PURE__ */ Object.assign({}, local, common),
};
