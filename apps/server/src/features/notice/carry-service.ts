import type { carryChoices as carryRoute } from '@quanheng/contract/notice'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { carryChoices } from '@quanheng/domain/notice/carry-choices'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { holdNotice } from './hold.ts'
import { updateNotice, visibleNotice } from './store.ts'

/** 沿用原核对结果: of an import of the same body. */
export const carryOver: CommandHandler<typeof carryRoute> = async (asked) => {
  const { tx, actor, body } = asked
  const held = await holdNotice(asked)
  if (!held.ok) return held
  const { row, post, drafted } = held.value
  if (drafted) return refuse('notice.drafted')
  const earlier = await visibleNotice(tx, actor, body.fromNoticeId)
  if (earlier === undefined || earlier.unit_id !== row.unit_id) return refuse('platform.notFound')
  const choices = carryChoices({ rows: earlier.reading.rows, choices: earlier.choices }, row.reading, row.choices)
  const fields = Object.keys(choices).filter((id) => !Object.hasOwn(row.choices, id))
  const { row: after, change } = await updateNotice(tx, row, { choices })
  return ok({
    post,
    events: [{ type: 'noticeChoicesCarried', noticeId: row.id, from: earlier.id, fields }],
    changes: [change],
    reply: { version: after.version, carried: fields.length },
  })
}
