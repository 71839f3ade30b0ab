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
  'checkpoint.nodeChanged':
    '存证树（{tree}）第{level}层第{node}号节点与其下各节点不符，已被改动或损坏。留痕内容本身未受影响；请审计管理员用外部存放的存证点和备份核对。',
  'checkpoint.actChanged':
    '第{leaf}号留痕对应的操作记录与存证内容不符，或者已被删除。请保留现场，立即通知审计管理员与备份核对。',
  'checkpoint.actUnlogged':
    '操作记录{act}没有存证，不是经由本平台办理的。请保留现场，立即通知审计管理员核查数据库的直接写入。',
  'checkpoint.rowChanged':
    '{noun} {id}的现有数据与最后一次操作（第{leaf}号留痕）存证的内容不符：数据库被直接改动过。请保留现场，立即通知审计管理员与备份核对。',
  'checkpoint.rowGone':
    '{noun} {id}的数据已不存在，而最后一次操作（第{leaf}号留痕）没有删除它：数据库被直接改动过。请保留现场，立即通知审计管理员。',
  'checkpoint.rowUnlogged':
    '{noun} {id}没有任何操作留痕，不是经由本平台办理的。请保留现场，立即通知审计管理员核查数据库的直接写入。',
  'checkpoint.trailChanged':
    '访问记录第{from}条之后至第{through}条与封存的摘要不符，有增删或改动。请保留现场，立即通知审计管理员。',
  'checkpoint.placeSilent':
    '{place}已有{hours}小时没有收到存证点：见证方断开、被移除，或者启动时没有写明。请系统管理员接通，并由审计管理员核对该处最后保存的存证点。',
  'checkpoint.paperNotSealed':
    '这份文稿还没有送审，或者送审后文字又有改动、尚未封存，暂时没有可出具的核对文件。送审后十分钟内封存，请稍后再取。',
  'checkpoint.nothingYet': '贵单位还没有已封存的操作，暂时没有可出具的回执。操作完成后十分钟内封存，请稍后再取。',
} as const satisfies Record<keyof typeof checkpointErrors, string>
