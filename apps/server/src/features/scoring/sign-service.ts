import type {
  recallSheet as recallRoute,
  returnSheet as returnRoute,
  scoreSheet as scoreRoute,
  signSheet as signRoute,
} from '@quanheng/contract/sheet'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok } from '@quanheng/domain/kernel/result'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { actOnSheet } from './act-on-sheet.ts'

export const score: CommandHandler<typeof scoreRoute> = async ({ params, body, ...asked }) => {
  const done = await actOnSheet(asked, params.sheetId, body.version, { kind: 'score' })
  return done.ok ? ok({ ...done.value, reply: { version: done.value.after.row.version } }) : done
}

export const sign: CommandHandler<typeof signRoute> = async ({ params, body, ...asked }) => {
  const opinion = normaliseText(body.opinion ?? '').trim()
  const done = await actOnSheet(asked, params.sheetId, body.version, {
    kind: 'sign',
    digest: body.digest,
    ...(opinion !== '' && { opinion }),
  })
  if (!done.ok) return done
  const { row } = done.value.after
  const reply = { version: row.version, state: row.state, code: done.value.held.composed.code }
  return ok({ ...done.value, reply })
}

export const sendBack: CommandHandler<typeof returnRoute> = async ({ params, body, ...asked }) => {
  const reason = normaliseText(body.reason).trim()
  const done = await actOnSheet(asked, params.sheetId, body.version, { kind: 'return', reason })
  return done.ok ? ok({ ...done.value, reply: { version: done.value.after.row.version } }) : done
}

export const recall: CommandHandler<typeof recallRoute> = async ({ params, body, ...asked }) => {
  const done = await actOnSheet(asked, params.sheetId, body.version, { kind: 'recall' })
  return done.ok ? ok({ ...done.value, reply: { version: done.value.after.row.version } }) : done
}
