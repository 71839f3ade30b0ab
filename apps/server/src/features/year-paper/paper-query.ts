import type { Refusal } from '@quanheng/contract/errors'
import { isBinding } from '@quanheng/domain/decision/model'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { namedIds } from '@quanheng/domain/plan/named'
import { figureAt } from '@quanheng/domain/result/run-figures'
import { isPerUnit, type PrintedKind, yearPapers } from '@quanheng/domain/year-paper/catalogue'
import { planFigureAt } from '@quanheng/domain/year-paper/plan-figures'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import type { Database } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { letterheadFor } from '../approval/index.ts'
import { dataOfUnit } from '../collection/index.ts'
import { creditsOfPlan } from '../credit/index.ts'
import { type DraftPlan, issuedPlan, namesOf, visibleDraft } from '../plan/index.ts'
import { decisionsOn, newestRun, newestTotals, unitNames } from '../result/index.ts'
import { keptOf } from './kept.ts'
import { archiveCatalogue } from './papers/archive-catalogue.ts'
import { creditFigureAt, creditReview } from './papers/credit-review.ts'
import { dataConfirmation, dataFigureAt } from './papers/data-form.ts'
import { decisionFigureAt, minutes } from './papers/minutes.ts'
import { planNotice } from './papers/plan-notice.ts'
import type { PlanInWords } from './papers/plan-rows.ts'
import { gradesOpen, partScores, resultCircular } from './papers/run-papers.ts'
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

/** Number and day that the version in force went out under. */
const documentOf = async (db: Database, planId: string): Promise<PlanInWords['document'] | undefined> => {
  const row = await db
    .selectFrom('plan')
    .innerJoin('plan_version', (join) =>
      join.onRef('plan_version.plan_id', '=', 'plan.id').onRef('plan_version.number', '=', 'plan.issued_number'),
    )
    .select(['plan_version.document_number', 'plan_version.document_date'])
    .where('plan.id', '=', planId)
    .executeTakeFirst()
  return (
    row && {
      ...(row.document_number !== null && { number: row.document_number }),
      ...(row.document_date !== null && { date: row.document_date }),
    }
  )
}

const inWords = async (db: Database, plan: DraftPlan): Promise<PlanInWords> => {
  const content = (await issuedPlan(db, plan.planId))?.content ?? plan.content
  const owner = await unitNames(db, [plan.ownerUnitId])
  const carrying = await unitNames(
    db,
    content.tasks.map(({ unitId }) => unitId),
  )
  const named = await namesOf(db, namedIds(content))
  const ownerName = owner.get(plan.ownerUnitId) ?? ''
  const own = { organs: [ownerName], word: '文件' }
  const heads = {
    通知: await letterheadFor(db, plan.ownerUnitId, '通知'),
    通报: await letterheadFor(db, plan.ownerUnitId, '通报'),
  }
  return {
    content,
    letterhead: (kind) => heads[kind] ?? own,
    names: { ...named, ...Object.fromEntries(carrying) },
    ownerName,
    document: (await documentOf(db, plan.planId)) ?? content.document,
  }
}

const noFigure: Lookup = () => undefined

/** Of the plan: what was issued, else the draft, which is printed to be circulated before it goes out. */
const fromPlan = (kind: PrintedKind, plan: PlanInWords, unitId: string): Result<Made, Refusal> => {
  const lookup: Lookup = (path) => planFigureAt(plan.content, path)
  if (plan.content.indicators.length === 0) return refuse('yearPaper.noRow', { params: { name: nameOf(kind) } })
  if (kind === 'planNotice') return ok({ kind: 'letter', paper: planNotice(plan), lookup })
  const paper =
    kind === 'taskTable' ? taskSheet(plan) : kind === 'pledge' ? pledge(plan, unitId) : selfReview(plan, unitId)
  return paper.rows.length === 0
    ? refuse('yearPaper.noRow', { params: { name: nameOf(kind) } })
    : ok({ kind: 'sheet', paper, lookup })
}

const fromRun = async (
  db: Database,
  actor: Actor,
  kind: PrintedKind,
  planId: string,
): Promise<Result<Made, Refusal>> => {
  const frozen = await newestRun(db, actor, planId)
  if (frozen === undefined) return refuse('yearPaper.noLockedVersion', { params: { name: nameOf(kind) } })
  const { run, row } = frozen
  if (kind === 'partScores') {
    return ok({ kind: 'sheet', paper: partScores(run), lookup: (path) => figureAt(run, path) })
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
  const run = found.value?.run
  if (run?.totals === undefined) {
    return refuse('yearPaper.noLockedVersion', { params: { name: nameOf('resultCircular') } })
  }
  if (gradesOpen(run)) return refuse('yearPaper.gradesOpen')
  return ok({
    kind: 'letter',
    paper: resultCircular(run, plan.content, plan.letterhead('通报')),
    lookup: (path) => figureAt(run, path),
  })
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
      return fromPlan(kind, plan, unitId ?? '')
    case 'dataConfirmation': {
      if ((await issuedPlan(db, planId)) === null) return refuse('yearPaper.notIssued')
      const data = await dataOfUnit(db, actor, planId, unitId ?? '')
      if (data.length === 0) return refuse('yearPaper.noRow', { params: { name: nameOf(kind) } })
      return ok({ kind: 'sheet', paper: dataConfirmation(plan, unitId ?? '', data), lookup: dataFigureAt(data) })
    }
    case 'creditReview': {
      const entries = (await creditsOfPlan(db, planId)).map(({ entry }) => entry)
      const paper = creditReview(plan, entries)
      return paper.rows.length === 0
        ? refuse('yearPaper.noRow', { params: { name: nameOf(kind) } })
        : ok({ kind: 'sheet', paper, lookup: creditFigureAt(entries) })
    }
    case 'partScores':
    case 'minutes':
      return fromRun(db, actor, kind, planId)
    case 'resultCircular':
      return circular(db, actor, plan, asked)
    case 'archiveCatalogue': {
      const head = { title: plan.content.title, year: plan.content.year, ownerName: plan.ownerName }
      return ok({ kind: 'sheet', paper: archiveCatalogue(head, await keptOf(db, planId)), lookup: noFigure })
    }
  }
}
