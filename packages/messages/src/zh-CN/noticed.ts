export const noticedHead = '第{leaf}号留痕（{time}）：'

/** What a log tells that is no fault and that a person accounts for; what stands in […] is said where the act is opened. */
export const noticed = {
  'log.clockJumped':
    '平台的时钟被调整[，相差{seconds}秒，由{from}调到{to}]。请查当时的运行记录，并核对前后各项操作的办理时间。',
  'log.programChanged':
    '运行的程序与以前不同[，版本{version}，程序摘要由{before}变为{digest}]。请与升级记录核对；没有升级记录的，程序可能被替换。',
  'log.placeSilent':
    '一处另存处长时间没有收到存证点[：{place}，已{hours}小时，最后收到第{since}号]。请查明是否断开或被移除，并核对该处最后保存的存证点。',
  'log.placeRemoved':
    '启动时去掉了一处以前使用的另存处[：{place}，最后收到第{since}号存证点]。请查明由谁决定，并核对该处最后保存的存证点。',
  'log.timeBack':
    '时间比前面的第{after}号留痕早{seconds}秒，而没有时钟跳变的留痕。请查当时的运行记录，核对这次操作是否赶在了期限之后。',
} as const
