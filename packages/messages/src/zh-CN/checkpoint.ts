import type { checkpointErrors } from '@quanheng/contract/errors/checkpoint'

export const checkpoint = {
  'checkpoint.leafChanged':
    '留痕第{leaf}号的存证内容与入树时不一致，或者已被删除，因此没有签署新的存证点。请保留现场，不要重启或恢复数据库，立即通知审计管理员并与外部存放的存证点核对。',
  'checkpoint.treeChanged':
    '存证树与第{size}号存证点签署时不一致，因此没有签署新的存证点。请保留现场，立即通知审计管理员，用外部存放的存证点和最近的备份核对。',
  'checkpoint.forged': '第{size}号存证点的签名不是本平台密钥所签，可能被改写。请保留现场，立即通知审计管理员核对。',
  'checkpoint.keyMissing':
    '找不到存证密钥文件{file}，无法签署新的存证点；各项操作仍照常留痕。请从备份中恢复该文件后重新启动。',
  'checkpoint.otherKey': '存证密钥与以前签署存证点的密钥不一致，因此没有签署。请从备份中恢复原来的密钥文件后重新启动。',
  'checkpoint.rolledBack':
    '{place}保存的第{size}号存证点在本数据库中没有或者不同：数据库可能被恢复到了更早的备份，或者被改写。请保留现场，立即通知审计管理员核对。',
  'checkpoint.nothingYet': '贵单位还没有已封存的操作，暂时没有可出具的回执。操作完成后十分钟内封存，请稍后再取。',
} as const satisfies Record<keyof typeof checkpointErrors, string>
