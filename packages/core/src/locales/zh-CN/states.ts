import type { StateTexts } from "../../states/state-text.ts";

/** Every state in Simplified Chinese, for `explainState(group, value, { states: zhCNStates })`. */
export const zhCNStates: StateTexts = {
  "recording.status/0": ["未开始", "服务已收到请求，但录制还没有开始。", "请过几秒再次查询。"],
  "recording.status/1": ["已初始化", "录制服务已准备好，即将启动。", "请过几秒再次查询。"],
  "recording.status/2": ["启动中", "录制模块和上传模块正在启动。", "请过几秒再次查询。"],
  "recording.status/3": ["部分就绪", "一部分组件已可工作（通常是上传模块），其余仍在启动。", "请过几秒再次查询。"],
  "recording.status/4": ["已就绪", "所有组件都已运行，说明启动成功；还没有文件上传。"],
  "recording.status/5": ["录制中", "录制正在进行，已有文件完成上传。"],
  "recording.status/6": ["停止中", "录制已被要求停止，正在收尾。", "请等待文件上传完成的消息通知。"],
  "recording.status/7": ["已停止", "录制不再进行，服务即将关闭。"],
  "recording.status/8": ["已结束", "录制已经结束，服务已关闭。"],
  "recording.status/20": [
    "异常中断",
    "服务因故障而关闭，录制内容可能不完整。",
    "请换一个 uid，重新调用 acquire 和 start。",
  ],

  "recording.serviceState/serviceIdle": ["空闲", "该模块还没有投入工作。"],
  "recording.serviceState/serviceStarted": ["已启动", "该模块已经启动。"],
  "recording.serviceState/serviceReady": ["已就绪", "该模块准备完毕，可以工作。"],
  "recording.serviceState/serviceInProgress": ["工作中", "该模块正在处理任务。"],
  "recording.serviceState/serviceCompleted": ["已完成", "扩展服务已收到所订阅的全部内容。"],
  "recording.serviceState/servicePartialCompleted": [
    "部分完成",
    "扩展服务只收到了一部分所订阅的内容。",
    "请核对缺少哪些文件。",
  ],
  "recording.serviceState/serviceValidationFailed": [
    "配置未被接受",
    "扩展服务不接受它的配置，可能是 apiData 填写有误。",
    "请改正 extensionServiceConfig，然后重新调用 acquire 和 start。",
  ],
  "recording.serviceState/serviceAbnormal": [
    "运行异常",
    "该模块出现了故障。",
    "请再次查询；如果一直没有恢复，请重新开始录制。",
  ],

  "recording.upload/uploaded": ["已上传", "所有文件都已存入你的云存储。"],
  "recording.upload/backuped": [
    "部分文件在备份云",
    "文件没有丢失，但至少有一个还在 Agora 备份云中，之后会转存到你的云存储。",
    "请等这些文件转存完毕，再播放或处理录制内容。",
  ],
  "recording.upload/unknown": [
    "上传状态不明",
    "服务无法确定文件是否已经上传。",
    "请查看云存储，或等待文件上传完成的消息通知。",
  ],
  "recording.upload/unknow": [
    "上传状态不明",
    "服务无法确定文件是否已经上传，并沿用了旧的拼写。",
    "请查看云存储，或等待文件上传完成的消息通知。",
  ],
  "recording.upload/stranded": [
    "推迟上传",
    "文件还在录制服务器上，稍后会上传，并不是上传失败。",
    "请稍后再次查询，或等待文件上传完成的消息通知。",
  ],

  "recording.extension/init": ["初始化中", "扩展服务正在做准备。"],
  "recording.extension/inProgress": ["运行中", "扩展服务正在工作。"],
  "recording.extension/exit": ["已结束", "扩展服务的工作已经结束。"],

  "recording.rtmp/connecting": ["连接中", "正在与 CDN 建立连接。", "请稍等几秒。"],
  "recording.rtmp/publishing": ["推流中", "CDN 正在接收推送的流。"],
  "recording.rtmp/onhold": ["已暂停", "推流处于暂停状态，CDN 收不到流。"],
  "recording.rtmp/disconnected": [
    "未连接",
    "与 CDN 的连接失败，录制本身不受影响。",
    "请检查推流地址，并用 update 换成可用的地址。",
  ],

  "recording.notificationError/32": [
    "云存储配置有误",
    "云存储的设置不正确，文件无法保存，录制很快会终止。",
    "请改正 storageConfig，然后重新调用 acquire 和 start。",
  ],
  "recording.notificationError/47": [
    "上传失败",
    "有文件没能传到你的云存储。",
    "请检查云存储；文件之后仍可能从备份云转存过来。",
  ],
  "recording.notificationError/50": [
    "上传超时",
    "文件没有及时传到云存储。",
    "请等待文件已上传或已存入备份云的消息通知（事件 31 或 32）。",
  ],
  "recording.notificationError/51": [
    "文件处理失败",
    "上传模块无法处理这次录制的文件。",
    "请将 sid 提供给 Agora 技术支持。",
  ],
  "recording.notificationError/52": [
    "服务启动超时",
    "服务启动用时过长，录制可能没有在进行。",
    "请先查询；如果没有在录制，请重新调用 acquire 和 start。",
  ],

  "recording.notificationWarning/31": ["重新上传", "有切片正在再次上传，目标是你的云存储。"],
  "recording.notificationWarning/32": ["上传到备份云", "有切片正在再次上传，暂时存到 Agora 备份云。"],

  "recording.exit/0": ["正常结束", "录制顺利完成，所有文件都已上传。"],
  "recording.exit/1": [
    "异常结束",
    "录制因故障或错误的参数而终止。",
    "请从此前的消息通知中查找原因，然后重新调用 acquire 和 start。",
  ],

  "recording.leave/0": [
    "初始化失败",
    "录制服务没能完成初始化，因此离开了频道。",
    "请检查 start 的参数，然后重新调用 acquire 和 start。",
  ],
  "recording.leave/2": ["进程被中断", "录制进程被信号要求结束，因此离开了频道。"],
  "recording.leave/4": ["频道内无人", "频道内没有其他用户，录制服务因此离开。"],
  "recording.leave/8": ["没有含义", "按 Agora 文档的说明，这一位不必理会。"],
  "recording.leave/16": ["自行离开", "录制服务自己退出了频道。"],

  "recording.webStop/0": ["已按要求停止", "收到停止请求，页面录制已结束。"],
  "recording.webStop/1": [
    "达到时长上限",
    "录制时长已达到 maxRecordingHour 的设置。",
    "如果还有内容要录，请开始新的录制。",
  ],
  "recording.webStop/2": [
    "页面不受支持",
    "页面用到了页面录制无法处理的功能。",
    "请按能力超限的消息通知（事件 72）修改页面，然后重新开始录制。",
  ],
  "recording.webStop/3": ["引擎未能启动", "用于录制页面的引擎没有启动成功。", "请重新调用 acquire 和 start。"],
  "recording.webStop/4": [
    "页面未及时就绪",
    "页面没有在 readyTimeout 内调用 notifyReady，重新加载后仍是如此。",
    "请让页面调用 notifyReady，或调大 readyTimeout，然后重新开始录制。",
  ],
  "recording.webStop/5": [
    "页面无法访问",
    "录制服务打不开页面的 URL。",
    "请确认该 URL 可从公网打开且不需要登录，然后重新开始录制。",
  ],
  "recording.webStop/6": ["页面录制出错", "页面录制模块出现故障，录制已终止。", "请重新调用 acquire 和 start。"],

  "recording.webLimit/resolution": [
    "视频分辨率过高",
    "页面上有视频的分辨率过高，录制因此停止。",
    "请将所有视频限制在 1280×720 以内，然后重新开始录制。",
  ],
  "recording.webLimit/WebGL": [
    "不支持 WebGL",
    "页面用 WebGL 绘制内容，这无法录制，录制因此停止。",
    "请从页面中去掉 WebGL，然后重新开始录制。",
  ],
  "recording.webLimit/bandwidth": [
    "带宽占用过高",
    "页面发送或加载的数据过多，录制因此停止。",
    "请将下行控制在 10 Mbit/s、上行控制在 2 Mbit/s 以内，然后重新开始录制。",
  ],

  "recording.webReload/audio_silence": [
    "因无声而重新加载",
    "页面的声音丢失，录制服务重新加载了页面。",
    "请确保页面在重新加载后能恢复原来的状态。",
  ],
  "recording.webReload/page_load_timeout": [
    "因超时而重新加载",
    "页面没有在 readyTimeout 内调用 notifyReady，录制服务重新加载了页面。",
    "请让页面及时调用 notifyReady，再次超时会使录制终止。",
  ],

  "webhook.health/590": [
    "接收服务器超时",
    "你的服务器没有在 10 秒内以状态码 200 响应测试事件。",
    "请先返回 200 和 JSON 响应体，再处理事件。",
  ],
  "webhook.health/591": ["找不到域名", "DNS 中查不到接收地址的域名。", "请检查接收地址和 DNS 记录。"],
  "webhook.health/592": [
    "证书未被接受",
    "Agora 不信任你的服务器的 TLS 证书，或连接被防火墙拦截。",
    "请更新证书或补全证书链，并检查防火墙。",
  ],

  "sttTasks.status/IDLE": ["空闲", "任务已存在，但还没有初始化。", "请过几秒再次查询。"],
  "sttTasks.status/PREPARING": ["准备中", "任务正在初始化。", "请过几秒再次查询。"],
  "sttTasks.status/PREPARED": ["准备完毕", "任务已初始化，可以启动。", "请过几秒再次查询。"],
  "sttTasks.status/STARTING": ["启动中", "任务正在启动。", "请过几秒再次查询。"],
  "sttTasks.status/CREATED": ["部分启动", "任务的一部分组件已运行，其余仍在启动。", "请过几秒再次查询。"],
  "sttTasks.status/STARTED": ["已启动", "任务的所有组件都已运行。"],
  "sttTasks.status/IN_PROGRESS": ["转写中", "任务正在频道内工作。"],
  "sttTasks.status/STOPPING": ["停止中", "任务正在关闭。"],
  "sttTasks.status/STOPPED": ["已停止", "任务已经结束，不会再恢复。"],
  "sttTasks.status/FAILURE_STOP": [
    "停止时出错",
    "任务没有正常关闭，也不会再恢复。",
    "可认为任务已停止；如需新的任务，请调用 acquire 和 start。",
  ],

  "sttAgents.status/IDLE": ["空闲", "智能体已存在，但还没有初始化。", "请过几秒再次获取状态。"],
  "sttAgents.status/STARTING": ["启动中", "智能体正在启动并加入频道。", "请过几秒再次获取状态。"],
  "sttAgents.status/RUNNING": ["转写中", "智能体正在频道内工作。"],
  "sttAgents.status/STOPPING": ["离开中", "智能体正在关闭。"],
  "sttAgents.status/STOPPED": ["已离开", "智能体已离开频道，不会再恢复。"],
  "sttAgents.status/RECOVERING": ["恢复中", "Agora 正在修复智能体的故障，其间字幕可能中断。", "请过几秒再次获取状态。"],
  "sttAgents.status/FAILED": [
    "出错退出",
    "智能体因错误而终止，不会再恢复。",
    "请从智能体离开的消息通知中了解原因，然后重新调用 join。",
  ],

  "sttAgents.left/OK": ["正常离开", "智能体已按预期离开频道。"],
  "sttAgents.left/Idle for too long": [
    "空闲过久",
    "频道空闲的时间达到了 maxIdleTime，智能体因此离开。",
    "有人说话时可重新调用 join；调大 maxIdleTime 可让智能体停留更久。",
  ],
  "sttAgents.left/RTC connection error": [
    "无法连接频道",
    "智能体没能加入频道，或与频道断开了连接。",
    "请检查智能体的 token 和 uid，并在 1、3、6 秒后重试 join。",
  ],
  "sttAgents.left/Fatal ASR error": [
    "语音识别故障",
    "语音识别出现故障，智能体因此终止。",
    "请在 1、3、6 秒后重试 join。",
  ],
  "sttAgents.left/Fatal Translation error": [
    "翻译故障",
    "翻译出现故障，智能体因此终止。",
    "请在 1、3、6 秒后重试 join。",
  ],
};
