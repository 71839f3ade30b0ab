import type * as contract from '@quanheng/contract/verification'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import { planVerification } from '@quanheng/domain/verification/plan-verification'
import { commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { sha256 } from '../../platform/log/means.ts'
import { actOnSheet, applyToSheet, holdSheet } from '../scoring/index.ts'
import { populationOf } from './population.ts'
import { agreementOf } from './seed-services.ts'
import { insertVerification, verificationChange } from './store.ts'

export const arrange: CommandHandler<typeof contract.planVerification> = async ({ params, body, ...asked }) => {
  const held = await holdSheet(asked, params.sheetId, body.version, 'none')
  if (!held.ok) return held
  const { sheet, ownPlan } = held.value
  const own = nodeByKey(ownPlan.content, sheet.leafKey)?.scoring?.verificationStandard ?? ''
  const text = (words: string) => normaliseText(words).trim()
  const { scope } = body
  const picks = scope.kind === 'full' ? [] : scope.picks.map(({ unitId, reason }) => ({ unitId, reason: text(reason) }))
  const by = scope.kind === 'random' ? scope.by : 'none'
  const agreed = scope.kind === 'random' ? scope.agreement : undefined
  const agreement = await agreementOf(asked.tx, agreed, by, asked.context.today)
  if (!agreement.ok) return agreement
  const opened = await applyToSheet(asked, held.value, { kind: 'openVerification' })
  if (!opened.ok) return opened
  const { post } = opened.value
  const planned = planVerification(
    sheet,
    {
      scope:
        scope.kind === 'full'
          ? scope
          : scope.kind === 'key'
            ? { kind: 'key', picks }
            : {
                kind: 'random',
                size: scope.size,
                picks,
                ...(scope.confidence && { confidence: scope.confidence }),
                ...(scope.factors && scope.factors.length > 0 && { factors: scope.factors }),
                ...(agreement.value && { agreement: agreement.value }),
              },
      standard: text(body.standard) || own,
      population: await populationOf(asked.tx, ownPlan.content, sheet, by),
    },
    {
      ...commandContext(asked, post),
      hash: sha256,
    },
  )
  if (!planned.ok) return planned
  if (sheet.signedDigest === undefined) return refuse('verification.notNow', { params: { state: sheet.state } })
  const verification = await insertVerification(asked.tx, planned.value.next, sheet.signedDigest)
  return ok({
    post,
    events: [...planned.value.events, ...opened.value.events],
    changes: [verificationChange(null, verification), ...opened.value.changes],
    reply: { verificationId: verification.row.id },
  })
}

export const waive: CommandHandler<typeof contract.waiveVerification> = async ({ params, body, ...asked }) => {
  const command = { kind: 'waiveVerification', reason: normaliseText(body.reason).trim() } as const
  const done = await actOnSheet(asked, params.sheetId, body.version, command)
  return done.ok ? ok({ ...done.value, reply: { version: done.value.after.row.version } }) : done
}
