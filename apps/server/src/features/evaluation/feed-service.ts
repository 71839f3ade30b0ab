import type * as contract from '@quanheng/contract/evaluation'
import type { DatumEvent } from '@quanheng/domain/datum/commands'
import { citedDigest, digestOf } from '@quanheng/domain/kernel/digest'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok } from '@quanheng/domain/kernel/result'
import type { Change, CommandHandler } from '../../platform/door/outcome.ts'
import { sha256 } from '../../platform/log/means.ts'
import { reportEvaluated } from '../collection/index.ts'
import { decideOnEvaluation } from './act-on-evaluation.ts'
import { evaluationKeeper } from './store.ts'

/** 报送结果: every unit that has a result gets it as its figure, in the same act; what is 暂缺 stays missing. */
export const feed: CommandHandler<typeof contract.feedEvaluation> = async (asked) => {
  let changes: readonly Change[] = []
  let events: readonly DatumEvent[] = []
  const decided = await decideOnEvaluation(asked, async ({ model }) => {
    const { result } = model.standing
    const values = (result?.units ?? []).flatMap(({ unitId, value }) =>
      value === undefined ? [] : [[unitId, value] as const],
    )
    const reported = await reportEvaluated(asked, {
      planId: model.planId,
      elementKey: model.elementKey,
      unitId: model.unitId,
      values: new Map(values),
      reason: `《${model.content.title}》计票结果，校验值${citedDigest(digestOf(sha256, result ?? null))}`,
      lateReason: normaliseText(asked.body.lateReason).trim(),
    })
    if (!reported.ok) return reported
    changes = reported.value.changes
    events = reported.value.events
    return ok({ kind: 'feed', fed: reported.value.fed })
  })
  if (!decided.ok) return decided
  const { post, before, after } = decided.value
  return ok({
    post,
    events: [...decided.value.events, ...events],
    changes: [evaluationKeeper.change(before, after), ...changes],
    reply: { version: after.row.version },
  })
}
