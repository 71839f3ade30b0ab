import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { isPerUnit, type OfficeTemplateKind, type TemplateValues } from '@quanheng/domain/office-template/model'
import { opensScores } from '@quanheng/domain/office-template/tags'
import { withDecidedGrades } from '@quanheng/domain/result/decided-grades'
import type { Database } from '../../../platform/database/database.ts'
import type { Actor } from '../../../platform/door/actor.ts'
import { type DraftPlan, issuedPlan, visibleDraft } from '../../plan/index.ts'
import { decisionsOn, newestLocked } from '../../result/index.ts'
import { inWords } from '../in-words.ts'
import { gradesOpen } from '../papers/result-circular.ts'
import { circularValues, commonValues, deductionValues, pledgeValues, titleOf } from './values.ts'

export interface AskedSource {
  readonly planId: string
  readonly kind: OfficeTemplateKind
  readonly unitId: string | null
  /** Tags of the template that is filled. */
  readonly tags: readonly string[]
  readonly now: Date
  readonly today: string
}

/** What a template is filled with, and what it is bound to. */
export interface TemplateSource {
  readonly plan: DraftPlan
  readonly ownerUnitId: string
  /** Plan version or run. */
  readonly digest: string
  readonly title: string
  readonly values: TemplateValues
  /** Why a paper is not made yet, though it may be looked at. */
  readonly stop: Refusal | null
}

const name = { pledge: '目标责任书', deductionLetter: '扣分告知书', resultCircular: '考评结果通报' } as const

const fromRun = async (
  db: Database,
  actor: Actor,
  plan: DraftPlan,
  { planId, kind, unitId, tags, now }: AskedSource,
): Promise<Result<Pick<TemplateSource, 'digest' | 'values' | 'stop'>, Refusal>> => {
  const isYear = plan.kind === 'appraisalPlan'
  if (kind === 'resultCircular' && !isYear) return refuse('officeTemplate.notTotals')
  const found = await newestLocked(db, actor, { planId, kind: plan.kind }, now)
  if (!found.ok) return found
  if (found.value === undefined) return refuse('yearPaper.noLockedVersion', { params: { name: name[kind] } })
  const { result } = found.value
  const run = withDecidedGrades(found.value.run, isYear ? await decisionsOn(db, [result.id]) : [])
  const stop: Refusal | null =
    !isYear || result.state === 'approved' || result.state === 'issued' ? null : { code: 'officialPaper.notDecided' }
  const digest = result.runDigest
  if (kind === 'deductionLetter') return ok({ digest, stop, values: deductionValues(run, unitId ?? '') })
  if (gradesOpen(run)) return refuse('yearPaper.gradesOpen')
  const { content } = (await issuedPlan(db, planId)) ?? plan
  const open = content.settings.visibility.value === 'allAfterIssue'
  const closed = tags.find((tag) => opensScores.includes(tag))
  if (closed !== undefined && !open) return refuse('officeTemplate.notOpened', { params: { tag: closed } })
  return ok({ digest, stop, values: circularValues(run, content, open) })
}

/** As this person may see it. */
export const templateSource = async (
  db: Database,
  actor: Actor,
  asked: AskedSource,
): Promise<Result<TemplateSource, Refusal>> => {
  const plan = await visibleDraft(db, actor, asked.planId)
  if (plan === undefined) return refuse('platform.notFound')
  const words = await inWords(db, plan)
  const { content, names, ownerName } = words
  const carried = content.tasks.some(({ unitId }) => unitId === asked.unitId)
  if (isPerUnit(asked.kind) && !carried) return refuse('officeTemplate.unitMissing')
  const { title, year } = content
  const of = {
    plan,
    ownerUnitId: plan.ownerUnitId,
    title: titleOf(asked.kind, year, isPerUnit(asked.kind) ? (names[asked.unitId ?? ''] ?? '') : ''),
  }
  const common = commonValues({ title, year, ownerName }, asked.today)
  if (asked.kind === 'pledge') {
    const issued = await issuedPlan(db, asked.planId)
    if (issued === null) return refuse('yearPaper.notIssued')
    const values = { ...common, ...pledgeValues(words, asked.unitId ?? '') }
    return ok({ ...of, digest: issued.digest, stop: null, values })
  }
  const read = await fromRun(db, actor, plan, asked)
  return read.ok ? ok({ ...of, ...read.value, values: { ...common, ...read.value.values } }) : read
}
