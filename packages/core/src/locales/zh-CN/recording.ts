import type { Locale } from "../../errors/explanation.ts";

/** What only Cloud Recording answers. */
export const recording = {
  "bad-http-request": [
    "请求格式有误",
    "请求在 HTTP 层面有误，服务无法识别。",
    "请确认代理或自定义 fetch 没有改动请求方法、路径、Content-Type 和 JSON 请求体。",
  ],
  "invalid-channel-name": [
    "频道名不可用",
    "频道名（cname）过长，或含有不支持的字符。",
    "请使用不超过 64 个 ASCII 字符的频道名，只包含字母、数字、空格和支持的标点符号。",
  ],
  "app-not-active": [
    "项目未处于正常状态",
    "该项目或其所属账号目前不可用。",
    "请在声网控制台查看账户余额和项目状态。",
    "账户欠费",
    "项目已停用",
  ],
  "concurrency-limit": [
    "同时录制数已达上限",
    "该项目的并发录制任务数已达上限。",
    "请停止不再需要的录制，或稍后再试；如需提高上限，可联系声网技术支持。",
  ],
  "internal-error": ["内部错误", "服务内部出错，录制还没有启动。", "请等待几秒，然后重新调用 acquire。"],
  "no-resources": ["暂无可用资源", "目前没有可分配的录制资源，录制没有启动。", "请等待几秒，然后重新调用 acquire。"],
  "allocate-timeout": ["acquire 超时", "录制资源分配超时，录制没有启动。", "请等待几秒，然后重新调用 acquire。"],
  "already-started": [
    "已经启动过",
    "该 resource ID 此前已启动过录制：第一次 start 已成功，没有产生第二路录制。",
    "请继续使用那一路录制及其 start 返回的 sid；如果没有收到当时的响应，可从消息通知中获取 sid。",
  ],
  "task-conflict": [
    "该 uid 已用于另一路录制",
    "已有一路频道名和 uid 均相同的录制正在进行，使用的是另一个 resource ID。",
    "请继续使用那一路录制，或更换 uid 后重新调用 acquire 和 start。",
  ],
  "start-timeout": [
    "启动超时",
    "录制服务未及时响应 start，录制可能已在进行。",
    "请依次等待 3 秒、6 秒、9 秒后，使用同一个 resource ID 重试 start，若返回 already-started，说明此前已启动成功；若均失败，请重新调用 acquire 和 start。",
  ],
  "start-server-error": [
    "启动时服务端出错",
    "服务在处理 start 时出错，录制可能已在进行。",
    "请依次等待 3 秒、6 秒、9 秒后，使用同一个 resource ID 重试 start，若返回 already-started，说明此前已启动成功；若均失败，请更换 uid 后重新调用 acquire 和 start。",
  ],
  "undocumented-15": [
    "未公开的错误",
    "start 返回错误码 15，声网文档没有说明其含义；录制可能已在进行。",
    "请依次等待 3 秒、6 秒、9 秒后，使用同一个 resource ID 重试 start，若返回 already-started，说明此前已启动成功；若均失败，请更换 uid 后重新调用 acquire 和 start。",
  ],
  "request-not-completed": [
    "调用未确认",
    "服务收到了请求但没有确认，更改可能已经生效。",
    "请依次等待 3 秒、6 秒后重复相同的调用，重复调用没有副作用。",
  ],
  "request-not-completed/recording.start": [
    "启动未确认",
    "服务收到了 start 但没有确认，录制可能已在进行。",
    "请依次等待 3 秒、6 秒后，使用同一个 resource ID 重试 start，若返回 already-started，说明此前已启动成功；若均失败，请重新调用 acquire 和 start。",
  ],
  "request-not-completed/recording.query": [
    "查询未完成",
    "服务收到了查询但没有完成，无法据此判断录制是否仍在进行。",
    "请依次等待 3 秒、6 秒后再次查询。",
  ],
  "request-not-completed/recording.stop": [
    "停止未确认",
    "服务收到了 stop 但没有确认，录制可能仍在进行。",
    "请依次等待 3 秒、6 秒后重试 stop，若返回 already-stopping 或 task-not-found，说明此前已停止成功。",
  ],
  "backend-timeout": [
    "更改超时",
    "录制服务未及时响应更改请求，更改可能已经生效。",
    "请依次等待 3 秒、6 秒后再次发送相同的值，重复发送没有副作用。",
  ],
  "backend-timeout/recording.query": [
    "查询超时",
    "录制服务未及时响应查询，无法据此判断录制是否仍在进行。",
    "请依次等待 5 秒、10 秒、15 秒、30 秒后再次查询。",
  ],
  "backend-timeout/recording.stop": [
    "停止超时",
    "录制服务未及时响应 stop，录制可能仍在进行。",
    "请依次等待 3 秒、6 秒、9 秒后重试 stop，若返回 already-stopping 或 task-not-found，说明此前已停止成功。",
  ],
  "query-server-error": [
    "查询时服务端出错",
    "服务在处理查询时出错，无法据此判断录制是否仍在进行。",
    "请依次等待 5 秒、10 秒、15 秒、30 秒后再次查询。",
  ],
  "rtc-token-expired": [
    "频道 token 已过期",
    "RTC token 已过期，录制服务无法加入频道。",
    "请生成有效期覆盖整个录制过程的 token，然后重新调用 acquire 和 start。",
  ],
  "rtc-token-invalid": [
    "频道 token 无效",
    "RTC token 对此次录制无效，录制服务无法加入频道。",
    "请使用此次录制的 App ID、频道名和 uid 生成 token，然后重新调用 acquire 和 start。",
  ],
  "resource-expired": [
    "resource ID 已过期",
    "acquire 之后五分钟内没有调用 start，该 resource ID 已失效。",
    "请重新调用 acquire，并立即调用 start。",
  ],
  "resource-unparsable": [
    "resource ID 解析失败",
    "resource ID 解析失败，可能在传递过程中被截断或改动。",
    "请直接使用 acquire 返回的值，不要修改；如果还没有 start，也可以重新调用 acquire。",
  ],
  "resource-mismatch": [
    "resource ID 不匹配",
    "该 resource ID 与请求中的 App ID、频道名或 uid 不匹配，或者请求中有其他参数无效。",
    "请使用调用 acquire 时的值，或使用新的值重新调用 acquire。",
  ],
  "session-mismatch": [
    "sid 不匹配",
    "App ID、resource ID 和 sid 不属于同一路录制。",
    "请直接使用 start 返回的 handle，不要修改。",
  ],
  "no-worker": [
    "没有可用的录制服务",
    "未能为此次 start 分配录制服务，录制没有启动。",
    "请等待几秒，然后重新调用 acquire 和 start。",
  ],
  "task-not-found": [
    "录制未在运行",
    "该 sid 目前没有正在运行的录制：录制已结束，或正在进行最长 90 秒的故障切换。如果请求的是更改，则没有生效。",
    "请在 90 秒内多次查询；如果录制恢复，请再次发送更改。",
  ],
  "task-not-found/recording.query": [
    "录制未在运行",
    "该 sid 目前没有正在运行的录制：录制可能已结束、未成功启动，或正在进行最长 90 秒的故障切换。",
    "请在 90 秒内多次查询；如果仍未恢复，请排查原因，并更换 uid 重新启动。",
    "已停止，或在 maxIdleTime 内无人发流",
    "RTC token 或第三方云存储密钥有误",
    "transcodingConfig 有误",
    "uid 与频道内的用户重复",
  ],
  "task-not-found/recording.stop": [
    "没有可停止的录制",
    "该 sid 目前没有正在运行的录制：很可能已经结束，也可能正在进行最长 90 秒的故障切换。",
    "请在 90 秒内多次重试 stop；如果仍未恢复，即可认为录制已停止。",
  ],
  "service-exiting": [
    "录制正在结束",
    "录制服务正在退出，这是 stop 之后的正常过程。",
    "无需继续查询，stop 的响应和消息通知会列出录制文件。",
  ],
  "invalid-layout": ["布局无效", "布局参数有误，设置未生效。", "请修正布局参数，然后重新调用。"],
  "invalid-parameter/recording.stop": [
    "停止请求被拒绝",
    "stop 请求中有参数不合法，因此录制还在进行。",
    "请根据 reason 修正参数，并立即再次调用 stop。",
  ],
  "already-stopping": [
    "正在停止",
    "录制正在退出，无需再次停止。",
    "可认为录制已停止；第一次 stop 的响应和消息通知会列出录制文件。",
    "多次调用 stop",
    "录制机器人被踢出频道",
    "在 maxIdleTime 内无人发流",
  ],
  "upload-timeout": [
    "文件仍在上传",
    "stop 已经生效，但上传耗时超过了同步 stop 约 20 秒的等待时间。",
    "无需再次 stop，请等待文件上传完成的消息通知；下次可使用 async_stop。",
  ],
  "nothing-recorded": [
    "没有录到内容",
    "录制服务没有收到音频或视频，因此没有产生录制文件。",
    "如果本应有文件，请检查频道名、发流用户和订阅名单。",
  ],
  partial: [
    "响应不完整",
    "服务只返回了部分结果：可能是调用尚未完成、文件尚未上传，或没有录到内容。",
    "请先查询当前状态，再决定是否重试。",
  ],
} satisfies Partial<Locale>;
