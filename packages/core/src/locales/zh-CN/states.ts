import type { StateTexts } from "../../states/state-text.ts";

/** Every state in Simplified Chinese, for `explainState(group, value, { states: zhCNStates })`. */
export const zhCNStates: StateTexts = {
  "recording.status/0": ["未开始", "服务已收到请求，但录制还没有开始。", "请过几秒再次查询。"],
  "recording.status/1": ["已初始化", "录制服务已完成初始化，即将启动。", "请过几秒再次查询。"],
  "recording.status/2": ["启动中", "录制模块和上传模块正在启动。", "请过几秒再次查询。"],
  "recording.status/3": ["部分就绪", "部分组件已就绪（通常是上传模块），其余仍在启动。", "请过几秒再次查询。"],
  "recording.status/4": ["已就绪", "所有组件均已就绪，说明启动成功；还没有文件上传。"],
  "recording.status/5": ["录制中", "录制正在进行，首个文件已上传。"],
  "recording.status/6": ["停止中", "已收到停止请求，录制正在退出。", "请等待文件上传完成的消息通知。"],
  "recording.status/7": ["已停止", "录制已停止，服务即将退出。"],
  "recording.status/8": ["已结束", "录制已经结束，服务已退出。"],
  "recording.status/20": ["异常中断", "服务异常退出，录制内容可能不完整。", "请更换 uid 后重新调用 acquire 和 start。"],

  "recording.serviceState/serviceIdle": ["空闲", "该模块尚未开始工作。"],
  "recording.serviceState/serviceStarted": ["已启动", "该模块已经启动。"],
  "recording.serviceState/serviceReady": ["已就绪", "该模块已准备就绪。"],
  "recording.serviceState/serviceInProgress": ["进行中", "该模块正在处理任务。"],
  "recording.serviceState/serviceCompleted": ["已完成", "订阅内容已全部上传至扩展服务。"],
  "recording.serviceState/servicePartialCompleted": [
    "部分完成",
    "订阅内容只有一部分上传至扩展服务。",
    "请核对缺少哪些文件。",
  ],
  "recording.serviceState/serviceValidationFailed": [
    "配置校验失败",
    "扩展服务的配置未通过校验，可能是 apiData 填写有误。",
    "请修正 extensionServiceConfig，然后重新调用 acquire 和 start。",
  ],
  "recording.serviceState/serviceAbnormal": [
    "运行异常",
    "该模块状态异常。",
    "请再次查询；如果持续异常，请重新开始录制。",
  ],

  "recording.upload/uploaded": ["已上传", "所有文件均已上传至你的第三方云存储。"],
  "recording.upload/backuped": [
    "部分文件在备份云",
    "文件没有丢失，但至少有一个文件无法写入你的第三方云存储，目前在声网备份云中，之后会转存。",
    "请等待这些文件转存完成后，再播放或处理录制内容。可用 @agora-edge/core/files 的 checkStorage 或 npx @agora-edge/cli doctor 查明第三方云存储拒绝写入的原因。",
  ],
  "recording.upload/unknown": [
    "上传状态不明",
    "服务无法确定文件是否已上传。",
    "请查看第三方云存储，或等待文件上传完成的消息通知。",
  ],
  "recording.upload/unknow": [
    "上传状态不明",
    "服务无法确定文件是否已上传（沿用旧的拼写）。",
    "请查看第三方云存储，或等待文件上传完成的消息通知。",
  ],
  "recording.upload/stranded": [
    "推迟上传",
    "文件还在录制服务器上，稍后会上传，并不是上传失败。",
    "请稍后再次查询，或等待文件上传完成的消息通知。",
  ],

  "recording.extension/init": ["初始化中", "扩展服务正在初始化。"],
  "recording.extension/inProgress": ["运行中", "扩展服务正在运行。"],
  "recording.extension/exit": ["已退出", "扩展服务已退出。"],

  "recording.rtmp/connecting": ["连接中", "正在与 CDN 建立连接。", "请稍等几秒。"],
  "recording.rtmp/publishing": ["推流中", "正在向 CDN 推流。"],
  "recording.rtmp/onhold": ["已暂停", "推流已暂停，CDN 收不到流。"],
  "recording.rtmp/disconnected": [
    "未连接",
    "与 CDN 的连接失败，录制本身不受影响。",
    "请检查推流地址，并用 update 换成可用的地址。",
  ],

  "recording.notificationError/32": [
    "第三方云存储配置有误",
    "第三方云存储的配置有误，文件无法保存，录制很快会终止。",
    "请修正 storageConfig，然后重新调用 acquire 和 start。",
  ],
  "recording.notificationError/47": [
    "上传失败",
    "有文件未能上传至你的第三方云存储。",
    "请检查第三方云存储；文件之后仍可能从备份云转存过来。",
  ],
  "recording.notificationError/50": [
    "上传超时",
    "文件未能及时上传至第三方云存储。",
    "请等待文件已上传或已存入备份云的消息通知（事件 31 或 32）。",
  ],
  "recording.notificationError/51": [
    "文件处理失败",
    "上传模块无法处理这次录制的文件。",
    "请将 sid 提供给声网技术支持。",
  ],
  "recording.notificationError/52": [
    "服务启动超时",
    "服务启动耗时过长，录制可能没有启动。",
    "请先查询；如果没有在录制，请重新调用 acquire 和 start。",
  ],

  "recording.notificationWarning/31": ["重新上传", "有切片正在重新上传至你指定的第三方云存储。"],
  "recording.notificationWarning/32": ["上传至备份云", "有切片正在重新上传，暂存至声网备份云。"],

  "recording.exit/0": ["正常结束", "录制正常结束，所有文件均已上传。"],
  "recording.exit/1": [
    "异常结束",
    "录制因故障或参数错误而终止。",
    "请根据此前的消息通知查找原因，然后重新调用 acquire 和 start。",
  ],

  "recording.leave/0": [
    "初始化失败",
    "录制服务初始化失败，因此离开了频道。",
    "请检查 start 的参数，然后重新调用 acquire 和 start。",
  ],
  "recording.leave/2": ["进程被中断", "录制进程收到信号后终止，因此离开了频道。"],
  "recording.leave/4": ["频道内无人", "频道内没有其他用户，录制服务因此离开频道。"],
  "recording.leave/8": ["可忽略", "根据声网文档，该标志位无需处理。"],
  "recording.leave/16": ["自行离开", "录制服务主动离开了频道。"],

  "recording.webStop/0": ["正常停止（用户主动停止）", "收到停止请求，页面录制已结束。"],
  "recording.webStop/1": ["达到时长上限", "录制时长已达到 maxRecordingHour 的设置。", "如需继续录制，请开始新的录制。"],
  "recording.webStop/2": [
    "页面不受支持",
    "页面使用了页面录制不支持的功能。",
    "请根据能力超限的消息通知（事件 72）修改页面，然后重新开始录制。",
  ],
  "recording.webStop/3": ["引擎启动失败", "页面录制引擎启动失败。", "请重新调用 acquire 和 start。"],
  "recording.webStop/4": [
    "页面未及时就绪",
    "页面未在 readyTimeout 内调用 notifyReady，重新加载后仍然如此。",
    "请让页面调用 notifyReady，或调大 readyTimeout，然后重新开始录制。",
  ],
  "recording.webStop/5": [
    "页面无法访问",
    "录制服务无法访问页面的 URL。",
    "请确认该 URL 可从公网访问且无需登录，然后重新开始录制。",
  ],
  "recording.webStop/6": ["页面录制出错", "页面录制模块出现故障，录制已终止。", "请重新调用 acquire 和 start。"],

  "recording.webLimit/resolution": [
    "视频分辨率过高",
    "页面上有视频的分辨率过高，录制因此停止。",
    "请将所有视频的分辨率限制在 1920×1080 以内，然后重新开始录制。",
  ],
  "recording.webLimit/WebGL": [
    "不支持 WebGL",
    "页面使用了 WebGL，页面录制不支持，录制因此停止。",
    "请移除页面中的 WebGL，然后重新开始录制。",
  ],
  "recording.webLimit/bandwidth": [
    "带宽占用过高",
    "页面上行或下行带宽过高，录制因此停止。",
    "请将下行控制在 10 Mbps、上行控制在 2 Mbps 以内，然后重新开始录制。",
  ],

  "recording.webReload/audio_silence": [
    "因无声而重新加载",
    "页面没有声音，录制服务重新加载了页面。",
    "请确保页面在重新加载后能恢复原来的状态。",
  ],
  "recording.webReload/page_load_timeout": [
    "因超时而重新加载",
    "页面未在 readyTimeout 内调用 notifyReady，录制服务重新加载了页面。",
    "请让页面及时调用 notifyReady，再次超时会使录制终止。",
  ],

  "webhook.health/590": [
    "接收服务器超时",
    "你的服务器未在 10 秒内返回状态码 200 响应测试事件。",
    "请先返回 200 和 JSON 响应体，再处理事件。",
  ],
  "webhook.health/591": ["域名无法解析", "接收地址的域名无法通过 DNS 解析。", "请检查接收地址和 DNS 记录。"],
  "webhook.health/592": [
    "证书不受信任",
    "你的服务器的 TLS 证书不受声网信任，或连接被防火墙拦截。",
    "请更新证书或补全证书链，并检查防火墙。",
  ],

  "sttTasks.status/IDLE": ["空闲", "任务已创建，尚未初始化。", "请过几秒再次查询。"],
  "sttTasks.status/PREPARING": ["准备中", "任务正在初始化。", "请过几秒再次查询。"],
  "sttTasks.status/PREPARED": ["准备就绪", "任务已初始化，可以启动。", "请过几秒再次查询。"],
  "sttTasks.status/STARTING": ["启动中", "任务正在启动。", "请过几秒再次查询。"],
  "sttTasks.status/CREATED": ["部分启动", "任务的部分组件已运行，其余仍在启动。", "请过几秒再次查询。"],
  "sttTasks.status/STARTED": ["已启动", "任务的所有组件均已运行。"],
  "sttTasks.status/IN_PROGRESS": ["转写中", "任务正在频道内转写。"],
  "sttTasks.status/STOPPING": ["停止中", "任务正在停止。"],
  "sttTasks.status/STOPPED": ["已停止", "任务已经结束，不会再恢复。"],
  "sttTasks.status/FAILURE_STOP": [
    "停止时出错",
    "任务异常停止，不会再恢复。",
    "可认为任务已停止；如需新的任务，请调用 acquire 和 start。",
  ],

  "sttAgents.status/IDLE": ["空闲", "智能体已创建，尚未初始化。", "请过几秒再次获取状态。"],
  "sttAgents.status/STARTING": ["启动中", "智能体正在启动并加入频道。", "请过几秒再次获取状态。"],
  "sttAgents.status/RUNNING": ["转写中", "智能体正在频道内转写。"],
  "sttAgents.status/STOPPING": ["离开中", "智能体正在离开频道。"],
  "sttAgents.status/STOPPED": ["已离开", "智能体已离开频道，不会再恢复。"],
  "sttAgents.status/RECOVERING": ["恢复中", "智能体正在从故障中恢复，期间字幕可能中断。", "请过几秒再次获取状态。"],
  "sttAgents.status/FAILED": [
    "出错退出",
    "智能体因错误而终止，不会再恢复。",
    "请根据智能体离开的消息通知查找原因，然后重新调用 join。",
  ],

  "sttAgents.left/OK": ["正常离开", "智能体已正常离开频道。"],
  "sttAgents.left/Idle for too long": [
    "空闲超时",
    "频道空闲时间达到 maxIdleTime，智能体因此离开。",
    "有用户说话时可重新调用 join；调大 maxIdleTime 可延长智能体的停留时间。",
  ],
  "sttAgents.left/Task exceeded maximum lifetime": [
    "达到最长时限",
    "智能体的运行时间达到服务允许的上限，因此离开。",
    "如需继续转写，请重新调用 join。",
  ],
  "sttAgents.left/RTC connection error": [
    "无法连接频道",
    "智能体未能加入频道，或与频道断开了连接。",
    "请检查智能体的 token 和 uid，并依次等待 1 秒、3 秒、6 秒后重试 join。",
  ],
  "sttAgents.left/Fatal ASR error": [
    "语音识别故障",
    "语音识别发生故障，智能体因此终止。",
    "请依次等待 1 秒、3 秒、6 秒后重试 join。",
  ],
  "sttAgents.left/Fatal Translation error": [
    "翻译故障",
    "翻译发生故障，智能体因此终止。",
    "请依次等待 1 秒、3 秒、6 秒后重试 join。",
  ],
};
