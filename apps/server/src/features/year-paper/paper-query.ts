import type { Refusal } from '@quanheng/contract/errors'
import { isBinding } from '@quanheng/domain/decision/model'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { withDecidedGrades } from '@quanheng/domain/result/decided-grades'
import { figureAt } from '@quanheng/domain/result/run-figures'
import { isPerUnit, type PrintedKind, yearPapers } from '@quanheng/domain/year-paper/catalogue'
import { planFigureAt } from '@quanheng/domain/year-paper/plan-figures'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import type { Database, Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { burdenOf } from '../burden/index.ts'
import { dataOfUnit } from '../collection/index.ts'
import { creditsOfPlan } from '../credit/index.ts'
import { type DraftPlan, issuedPlan, visibleDraft } from '../plan/index.ts'
import { decisionsOn, newestLocked, newestTotals, unitNames } from '../result/index.ts'
import { inWords } from './in-words.ts'
import { keptOf } from './kept.ts'
import { writtenWords } from './official/store.ts'
import { archiveCatalogue } from './papers/archive-catalogue.ts'
import { burdenFigureAt, burdenTable } from './papers/burden-table.ts'
import { creditFigureAt, creditReview } from './papers/credit-review.ts'
import { dataConfirmation, dataFigureAt } from './papers/data-form.ts'
import { deductionForm, letterFigureAt, letterOf } from './papers/deduction-form.ts'
import { decisionFigureAt, minutes } from './papers/minutes.ts'
import { planNotice } from './papers/plan-notice.ts'
import type { PlanInWords } from './papers/plan-rows.ts'
import { gradesOpen, resultCircular } from './papers/result-circular.ts'
import { partScores } from './papers/run-papers.ts'
import { taskSheet } from './papers/task-sheet.ts'
import { pledge, selfReview } from './papers/unit-forms.ts'

type Lookup = (path: string) => string | undefined

/** A paper as plain data, with where its figures are looked up again before it leaves. */
export type Made =
  | { readonly kind: 'letter'; readonly paper: ReturnType<typeof planNotice>; readonly lookup: Lookup }
  | { readonly kind: 'sheet'; readonly paper: Omit<FormSheet, 'checkCode'>; readonly lookup: Lookup }

export interface AskedPaper {
  readonly planId: string
  readonly kind: PrintedKind
  readonly unitId: string | undefined
  readonly now: Date
}

const nameOf = (kind: PrintedKind): string => yearPapers.find((paper) => paper.kind === kind)?.name ?? ''

const noFigure: Lookup = () => undefined

/** Of the plan: what was issued, else the draft, which is printed to be circulated before it goes out. */
const fromPlan = async (
  db: Reader,
  kind: PrintedKind,
  plan: PlanInWords,
  { planId, unitId = '' }: AskedPaper,
): Promise<Result<Made, Refusal>> => {
  const lookup: Lookup = (path) => planFigureAt(plan.content, path)
  if (plan.content.indicators.length === 0) return refuse('yearPaper.noRow', { params: { name: nameOf(kind) } })
  if (kind === 'planNotice') {
    const words = await writtenWords(db, planId, 'planNotice', lookup)
    return ok({ kind: 'letter', paper: planNotice(plan, words), lookup })
  }
  const paper =
    kind === 'taskTable' ? taskSheet(plan) : kind === 'pledge' ? pledge(plan, unitId) : selfReview(plan, unitId)
  return paper.rows.length === 0
    ? refuse('yearPaper.noRow', { params: { name: nameOf(kind) } })
    : ok({ kind: 'sheet', paper, lookup })
}

/** Of the locked version: a lead unit's own, or the totals of a year plan as far as this person may see them yet. */
const fromRun = async (
  db: Database,
  actor: Actor,
  plan: DraftPlan,
  { kind, unitId = '', now }: AskedPaper,
): Promise<Result<Made, Refusal>> => {
  if (kind === 'partScores' && plan.kind === 'appraisalPlan') return refuse('yearPaper.ofLeadUnits')
  const found = await newestLocked(db, actor, plan, now)
  if (!found.ok) return found
  if (found.value === undefined) return refuse('yearPaper.noLockedVersion', { params: { name: nameOf(kind) } })
  const { run, row } = found.value
  if (kind === 'partScores') {
    return ok({ kind: 'sheet', paper: partScores(run), lookup: (path) => figureAt(run, path) })
  }
  if (kind === 'deductionLetter') {
    if (!run.leaves.some(({ unitIds }) => unitIds.includes(unitId))) return refuse('yearPaper.unitUnscored')
    const lookup = letterFigureAt(letterOf(run, unitId))
    return ok({ kind: 'sheet', paper: deductionForm(run, unitId), lookup })
  }
  const decision = (await decisionsOn(db, [row.id])).findLast((one) => isBinding(one) && one.outcome === 'approved')
  if (decision === undefined) return refuse('yearPaper.noDecision')
  return ok({ kind: 'letter', paper: minutes(run, decision), lookup: decisionFigureAt(decision) })
}

const circular = async (
  db: Database,
  actor: Actor,
  plan: PlanInWords,
  asked: AskedPaper,
): Promise<Result<Made, Refusal>> => {
  const found = await newestTotals(db, actor, asked.planId, asked.now)
  if (!found.ok) return found
  if (found.value?.run.totals === undefined) {
    return refuse('yearPaper.noLockedVersion', { params: { name: nameOf('resultCircular') } })
  }
  const run = withDecidedGrades(found.value.run, await decisionsOn(db, [found.value.row.id]))
  if (gradesOpen(run)) return refuse('yearPaper.gradesOpen')
  const lookup: Lookup = (path) => figureAt(run, path)
  const words = await writtenWords(db, asked.planId, 'resultCircular', lookup)
  return ok({ kind: 'letter', paper: resultCircular(run, plan.content, plan.letterhead('通报'), words), lookup })
}

/** The paper asked for, for who works on the plan and for the office; for everybody else there is none. */
export const madePaper = async (db: Database, actor: Actor, asked: AskedPaper): Promise<Result<Made, Refusal>> => {
  const { planId, kind, unitId } = asked
  const draft = await visibleDraft(db, actor, planId)
  if (draft === undefined) return refuse('platform.notFound')
  const plan = await inWords(db, draft)
  const carried = plan.content.tasks.some((task) => task.unitId === unitId)
  if (isPerUnit(kind) && !carried) return refuse('yearPaper.unitMissing', { at: 'query.unitId' })
  switch (kind) {
    case 'planNotice':
    case 'taskTable':
    case 'pledge':
    case 'selfReview':
      return fromPlan(db, kind, plan, asked)
    case 'dataConfirmation': {
      if ((await issuedPlan(db, planId)) === null) return refuse('yearPaper.notIssued')
      const data = await dataOfUnit(db, actor, planId, unitId ?? '')
      if (data.length === 0) return refuse('yearPaper.noDatum')
      return ok({ kind: 'sheet', paper: dataConfirmation(plan, unitId ?? '', data), lookup: dataFigureAt(data) })
    }
    case 'creditReview': {
      const entries = (await creditsOfPlan(db, planId)).map(({ model }) => model)
      const paper = creditReview(plan, entries)
      return paper.rows.length === 0
        ? refuse('yearPaper.noCredit')
        : ok({ kind: 'sheet', paper, lookup: creditFigureAt(entries) })
    }
    case 'burdenTable': {
      const { plans, rows } = await burdenOf(db, planId)
      if (plans.length === 0) return refuse('yearPaper.notIssued')
      const units = await unitNames(
        db,
        rows.map((row) => row.unitId),
      )
      const named = { ...plan, names: { ...plan.names, ...Object.fromEntries(units) } }
      return ok({ kind: 'sheet', paper: burdenTable(named, plans.length, rows), lookup: burdenFigureAt(rows) })
    }
    case 'partScores':
    case 'deductionLetter':
    case 'minutes':
      return fromRun(db, actor, draft, asked)
    case 'resultCircular':
      if (draft.kind !== 'appraisalPlan') return refuse('yearPaper.ofYearPlan')
      return circular(db, actor, plan, asked)
    case 'archiveCatalogue': {
      const head = { title: plan.content.title, year: plan.content.year, ownerName: plan.ownerName }
      const kept = await keptOf(db, planId)
      if (kept.length === 0) return refuse('yearPaper.nothingKept')
      return ok({ kind: 'sheet', paper: archiveCatalogue(head, kept), lookup: noFigure })
    }
  }
}
