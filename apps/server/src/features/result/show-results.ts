import type { Refusal } from '@quanheng/contract/errors'
import type { showResults } from '@quanheng/contract/result'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { permit } from '@quanheng/domain/kernel/transition'
import { itemKeys } from '@quanheng/domain/plan/items'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import type { FreezeError } from '@quanheng/domain/result/freeze'
import { movedSince } from '@quanheng/domain/result/moved-since'
import { resultWorkflow } from '@quanheng/domain/result/transitions'
import { nextOnLeadReport } from '@quanheng/domain/workbench/next-on-lead-report'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { blockersOf, groundOf, purposeOf, type ResultGround } from './ground.ts'
import { authorsNamed, sectionNames, unitNames } from './names.ts'
import { peopleForReport, peopleForSheet } from './people.ts'
import type { LoadedResult } from './result-store.ts'
import { factsOfRuns, hasRun, storedRun } from './run-store.ts'
import { carryingPosts, resultsVisibleTo, seesResultsOf } from './scope.ts'
import { seesTotals, seesWhatFlips } from './sees-totals.ts'

type Reply = ReplyOf<typeof showResults>
type Blocker = Reply['blockers'][number]

/** The plan in force, where its results are visible to this person. */
export const visiblePlan = async (db: Reader, actor: Actor, planId: string): Promise<Result<IssuedPlan, Refusal>> => {
  const plan = await issuedPlan(db, planId)
  return plan !== null && seesResultsOf(resultsVisibleTo(actor), plan.ownerUnitId)
    ? ok(plan)
    : refuse('platform.notFound')
}

/** Authors of locked versions by name, for pages. */
const presentResults = async (db: Reader, results: readonly LoadedResult[]): Promise<Reply['results']> => {
  const named = await authorsNamed(
    db,
    results.flatMap(({ result }) => [result.frozenBy, ...(result.voiding ? [result.voiding.by] : [])]),
  )
  return results.map(({ row, result }) => ({
    id: result.id,
    purpose: result.purpose,
    state: result.state,
    runDigest: result.runDigest,
    frozenBy: named(result.frozenBy),
    frozenAt: result.frozenAt,
    issue: result.issue ? { ...result.issue } : null,
    voiding: result.voiding
      ? { by: named(result.voiding.by), at: result.voiding.at, cause: result.voiding.cause }
      : null,
    version: row.version,
  }))
}

/** Says of one blocker which object it is about, and who has to act on it. */
const presentBlocker = async (
  db: Reader,
  { plan, sheets, reports }: ResultGround,
  error: FreezeError,
  names: ReadonlyMap<string, string>,
  today: string,
): Promise<Blocker> => {
  const base = { code: error.code, params: { ...error.params }, sheetId: null, what: '', people: [] }
  const at = error.at ?? ''
  const leafName = (key: string) => nodeByKey(plan.content, key)?.name ?? key
  if (error.code === 'freeze.sheetNotFinal') {
    const held = sheets.find(({ row }) => row.id === at)
    if (held === undefined) return base
    const { scorer } = held.sheet
    const body = [scorer.unitId, scorer.sectionId].map((id) => names.get(id ?? '') ?? '').join('')
    return {
      ...base,
      params: { ...base.params, by: scorer.by, scorer: body },
      what: leafName(held.sheet.leafKey),
      sheetId: at,
      people: [...(await peopleForSheet(db, held, plan, today))],
    }
  }
  if (error.code === 'freeze.itemUncovered') {
    const [leafKey = '', unitId = ''] = at.split('/')
    return { ...base, what: `${leafName(leafKey)}（${names.get(unitId) ?? ''}）` }
  }
  if (error.code === 'freeze.reportsOwed') {
    const owed = reports.find(({ report }) => report.leadUnitId === at)
    const next = owed && nextOnLeadReport(owed.report)
    const people = next ? await peopleForReport(db, next, plan, today) : []
    return {
      ...base,
      params: { state: owed?.report.state ?? '', due: owed?.report.due ?? '' },
      what: names.get(at) ?? '',
      people,
    }
  }
  return base
}

const progressOf = ({ plan, content, reports }: ResultGround): Reply['progress'] =>
  purposeOf(plan) === 'totals'
    ? { done: reports.filter(({ report }) => report.state === 'reported').length, all: reports.length }
    : {
        done: content.leaves.reduce((count, leaf) => count + leaf.unitIds.length, 0),
        all: itemKeys(plan.content).length,
      }

const mayOf = (actor: Actor, { plan, results }: ResultGround, blocked: boolean, locked: boolean): Reply['may'] => {
  const carrying = (ability: 'run.compute' | 'result.freeze') =>
    carryingPosts(postsFor(actor, ability), plan).length > 0
  const standing = results.find(({ result }) => result.state === 'aggregated' || result.state === 'approved')
  const voiding = actor.posts
    .filter((post) => post.unitId === plan.ownerUnitId)
    .some((post) => standing !== undefined && permit(resultWorkflow, standing.result.state, 'void', post.kind).ok)
  const frozen = results.find(({ result }) => result.purpose === 'totals' && result.state !== 'voided')
  return [
    ...(!blocked && carrying('run.compute') ? (['compute'] as const) : []),
    ...(!blocked && !locked && carrying('result.freeze') ? (['freeze'] as const) : []),
    ...(voiding ? (['void'] as const) : []),
    ...(frozen !== undefined && seesTotals(actor, frozen.result, plan.ownerUnitId) ? (['totals'] as const) : []),
    ...(frozen !== undefined && plan.content.settings.grades && seesWhatFlips(actor, frozen.result, plan.ownerUnitId)
      ? (['robustness'] as const)
      : []),
  ]
}

/** Whether a standing locked version holds the present data: a newer engine alone does not make it outdated. */
const locksPresent = async (db: Reader, { results, presentFacts }: ResultGround): Promise<boolean> => {
  const standing = results.filter(({ result }) => result.state !== 'voided').map(({ result }) => result.runDigest)
  return [...(await factsOfRuns(db, standing)).values()].includes(presentFacts)
}

/** Figures shown at once. */
const mostMoved = 20

/** 与会议所见不同, of the newest locked version that stands; totals and ranks by name only for those who may see them. */
const movedOf = async (db: Reader, actor: Actor, { plan, results, content }: ResultGround): Promise<Reply['moved']> => {
  const standing = results.findLast(({ result }) => result.state !== 'voided')
  const seen = standing && (await storedRun(db, standing.result.runDigest))
  const moved = seen ? movedSince(seen, content) : []
  if (standing === undefined || moved.length === 0) return null
  const shown = purposeOf(plan) === 'leadReport' || seesTotals(actor, standing.result, plan.ownerUnitId)
  return { resultId: standing.result.id, count: moved.length, figures: shown ? moved.slice(0, mostMoved) : [] }
}

/** Where the aggregation of a plan stands: what is missing, who owes it, and every locked version. Shows no total. */
export const showResultsOf = async (
  db: Reader,
  actor: Actor,
  planId: string,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const found = await visiblePlan(db, actor, planId)
  if (!found.ok) return found
  const plan = found.value
  const ground = await groundOf(db, plan)
  const errors = blockersOf(ground, today)
  const names = await unitNames(db, [
    plan.ownerUnitId,
    ...ground.content.units.map(({ id }) => id),
    ...ground.reports.map(({ report }) => report.leadUnitId),
    ...ground.sheets.map(({ sheet }) => sheet.scorer.unitId),
  ])
  const sections = await sectionNames(
    db,
    ground.sheets.flatMap(({ sheet }) => sheet.scorer.sectionId ?? []),
  )
  const bodies = new Map([...names, ...sections])
  const blockers: Blocker[] = []
  for (const error of errors.slice(0, 200)) blockers.push(await presentBlocker(db, ground, error, bodies, today))
  const locked = await locksPresent(db, ground)
  return ok({
    id: plan.planId,
    kind: plan.kind,
    year: plan.year,
    title: plan.title,
    ownerName: names.get(plan.ownerUnitId) ?? '',
    purpose: purposeOf(plan),
    presentDigest: errors.length > 0 ? null : ground.presentDigest,
    computed: errors.length === 0 && (await hasRun(db, ground.presentDigest)),
    blockers,
    progress: progressOf(ground),
    unregistered: [...(ground.content.unregistered ?? [])],
    results: await presentResults(db, ground.results),
    moved: await movedOf(db, actor, ground),
    may: mayOf(actor, ground, errors.length > 0, locked),
  })
}
