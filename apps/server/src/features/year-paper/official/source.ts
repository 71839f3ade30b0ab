import type { Refusal } from '@quanheng/contract/errors'
import { isBinding } from '@quanheng/domain/decision/model'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { OfficialPaperKind, OfficialWords, PaperSource } from '@quanheng/domain/official-paper/model'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { withDecidedGrades } from '@quanheng/domain/result/decided-grades'
import { figureAt } from '@quanheng/domain/result/run-figures'
import { planFigureAt } from '@quanheng/domain/year-paper/plan-figures'
import { figuresOf } from '@quanheng/papers/paper/figures'
import type { Letter } from '@quanheng/papers/paper/model'
import type { Database } from '../../../platform/database/database.ts'
import type { Actor } from '../../../platform/door/actor.ts'
import { issuedPlan, visibleDraft } from '../../plan/index.ts'
import { decisionsOn, newestTotals, stopMoved } from '../../result/index.ts'
import { inWords } from '../in-words.ts'
import { noticeFields, planNotice, proposedNotice } from '../papers/plan-notice.ts'
import { circularFields, gradesOpen, proposedCircular, resultCircular } from '../papers/result-circular.ts'
import type { Stamp } from '../papers/worded.ts'

/** Everything that a paper is made from, as it is now. */
export interface OfficialSource {
  readonly planId: string
  readonly planTitle: string
  readonly ownerUnitId: string
  readonly content: PlanContent
  readonly source: PaperSource
  readonly fields: readonly { readonly path: string; readonly name: string; readonly text: string }[]
  readonly proposed: OfficialWords
  /** Number that the plan version went out under. */
  readonly givenNumber: string | null
  /** The locked version that a circular tells of. */
  readonly resultId: string | null
  /** Why it may not go out yet, whatever it says. */
  readonly stop: Refusal | null
  readonly lookup: (path: string) => string | undefined
  readonly compose: (words: OfficialWords, stamp?: Stamp) => Letter
}

const sourceOf = (digest: string, fields: OfficialSource['fields'], letter: Letter): PaperSource => ({
  digest,
  figures: Object.fromEntries([...fields, ...figuresOf(letter)].map(({ path, text }) => [path, text])),
})

/** As this person may see it; the refusals say what there is nothing to tell of yet. */
export const officialSource = async (
  db: Database,
  actor: Actor,
  asked: { readonly planId: string; readonly kind: OfficialPaperKind; readonly now: Date },
): Promise<Result<OfficialSource, Refusal>> => {
  const draft = await visibleDraft(db, actor, asked.planId)
  if (draft === undefined) return refuse('platform.notFound')
  const plan = await inWords(db, draft)
  const issued = await issuedPlan(db, asked.planId)
  const { content } = plan
  const of = { planId: asked.planId, planTitle: content.title, ownerUnitId: draft.ownerUnitId, content }
  if (asked.kind === 'planNotice') {
    if (content.indicators.length === 0) return refuse('yearPaper.noRow', { params: { name: '印发方案的通知' } })
    const fields = noticeFields(plan)
    const proposed = proposedNotice(plan)
    const compose: OfficialSource['compose'] = (words, stamp) => planNotice(plan, words, stamp)
    return ok({
      ...of,
      source: sourceOf(issued?.digest ?? '', fields, compose(proposed)),
      fields,
      proposed,
      givenNumber: issued === null ? null : (plan.document.number ?? null),
      resultId: null,
      stop: issued === null ? { code: 'yearPaper.notIssued' } : null,
      lookup: (path) => planFigureAt(content, path),
      compose,
    })
  }
  const found = await newestTotals(db, actor, asked.planId, asked.now)
  if (!found.ok) return found
  if (found.value?.run.totals === undefined) {
    return refuse('yearPaper.noLockedVersion', { params: { name: '考评结果通报' } })
  }
  const { result } = found.value
  const decisions = await decisionsOn(db, [result.id])
  const run = withDecidedGrades(found.value.run, decisions)
  if (gradesOpen(run)) return refuse('yearPaper.gradesOpen')
  const fields = circularFields(run, content)
  const decision = decisions.findLast((one) => isBinding(one) && one.outcome === 'approved')
  const proposed = proposedCircular(run, content, decision?.body)
  const compose: OfficialSource['compose'] = (words, stamp) =>
    resultCircular(run, content, plan.letterhead('通报'), words, stamp)
  const decided = result.state === 'approved' || result.state === 'issued'
  const moved = await stopMoved(db, result.id)
  return ok({
    ...of,
    source: sourceOf(result.runDigest, fields, compose(proposed)),
    fields,
    proposed,
    givenNumber: null,
    resultId: result.id,
    stop: decided ? (moved?.error ?? null) : { code: 'officialPaper.notDecided' },
    lookup: (path) => figureAt(run, path),
    compose,
  })
}
