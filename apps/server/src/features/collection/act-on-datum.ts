import type { Refusal } from '@quanheng/contract/errors'
import type { DatumCommand, DatumContext, DatumEvent } from '@quanheng/domain/datum/commands'
import { decideDatum, workflowFor } from '@quanheng/domain/datum/decide'
import type { Datum } from '@quanheng/domain/datum/model'
import { type DatumSide, sidesOf } from '@quanheng/domain/datum/standing'
import type { DatumCommandKind } from '@quanheng/domain/datum/transitions'
import { evidenceGaps } from '@quanheng/domain/evidence/gaps'
import { type Author, authorOf } from '@quanheng/domain/kernel/command-context'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { permit } from '@quanheng/domain/kernel/transition'
import type { RecordTally } from '@quanheng/domain/plan/model'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import type { Tallied } from '@quanheng/domain/routine-record/tally'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { asDomainActor, type HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { type IssuedPlan, lockIssuedPlans } from '../plan/index.ts'
import { datumChange } from './canonical.ts'
import { type DecidedDatum, type LoadedDatum, lockData, saveData } from './datum-store.ts'
import { citedBy, evidenceOf } from './evidence-store.ts'
import { openedBy } from './openings.ts'
import { placeFrom } from './place-text.ts'

/**
 * What follows from a datum that leaves `closed`, in the same transaction: the signatures that rest on it fall. The changes
 * join those of the act.
 */
export type OnReopen = (
  tx: Tx,
  datum: Datum,
  reason: string,
  context: Context,
  /** Who reopened it, for the record of every signature that falls. */
  by: Author,
) => Promise<readonly Change[]>

/** What 平时记录 about one datum come to today; handed over from above collection. */
export type TallyRecords = (
  db: Reader,
  datum: Pick<Datum, 'planId' | 'unitId'> & { readonly leafKeys: readonly string[] },
  by: { readonly tally: RecordTally; readonly cutoff: string; readonly today: string },
) => Promise<Tallied>

/** Where the element takes its figure from 平时记录. */
export const talliedFor = async (
  db: Reader,
  { row, datum, plan }: Pick<Held, 'row' | 'datum' | 'plan'>,
  today: string,
  tallyRecords: TallyRecords | undefined,
): Promise<Tallied | undefined> => {
  const element = plan.content.dataElements.find(({ key }) => key === datum.elementKey)
  if (element?.recordTally === undefined || tallyRecords === undefined) return undefined
  const { planId, unitId } = datum
  const by = { tally: element.recordTally, cutoff: element.cutoff, today }
  return tallyRecords(db, { planId, unitId, leafKeys: row.leaf_keys }, by)
}

/** On which sides of a datum somebody's post stands. */
export const sidesOfPost = (post: HeldPost, { row }: Pick<LoadedDatum, 'row'>): readonly DatumSide[] =>
  sidesOf(
    { kind: post.kind, unitId: post.unitId, ...(post.sectionId !== null && { sectionId: post.sectionId }) },
    { unitId: row.unit_id, source: row.source, scorers: row.scorer_places.map(placeFrom) },
  )

/** On which side a command is given; a post that stands only on the other side does not see the button. */
const sidesFor = (datum: Datum, command: DatumCommandKind): readonly DatumSide[] => {
  const onBehalf = datum.versions.at(-1)?.onBehalf !== undefined
  switch (command) {
    case 'start':
    case 'report':
    case 'publish':
    case 'confirmRelease':
    case 'withdrawRelease':
      return ['asked']
    case 'open':
    case 'withdraw':
    case 'confirm':
      return onBehalf ? ['scoring'] : ['asked']
    case 'return':
      return ['asked', 'scoring']
    default:
      return ['scoring']
  }
}

/** The first post that stands on the right side and that the workflow admits now; else the first that stands at all. */
export const choosePost = (
  posts: readonly HeldPost[],
  loaded: LoadedDatum,
  command: DatumCommandKind,
): HeldPost | undefined => {
  const wanted = sidesFor(loaded.datum, command)
  const standing = posts.filter((post) => sidesOfPost(post, loaded).some((side) => wanted.includes(side)))
  const { datum } = loaded
  return standing.find((post) => permit(workflowFor(datum), datum.state, command, post.kind).ok) ?? standing[0]
}

export interface Held extends LoadedDatum {
  readonly post: HeldPost
  readonly plan: IssuedPlan
}

const missingEvidence = async (tx: Tx, plan: IssuedPlan, { row, datum }: LoadedDatum): Promise<readonly string[]> => {
  const names = new Set<string>()
  for (const leafKey of row.leaf_keys) {
    const list = nodeByKey(plan.content, leafKey)?.scoring?.evidenceList ?? []
    if (list.length === 0) continue
    const present = await evidenceOf(tx, { planId: plan.planId, leafKey, unitId: datum.unitId })
    for (const name of evidenceGaps(list, present).missing) names.add(name)
  }
  return [...names]
}

export const datumContext = (
  asked: Pick<Asking, 'actor' | 'context'>,
  { plan, post, datum }: Held,
  missing: readonly string[],
  more: Pick<DatumContext, 'opened' | 'tallied'> = {},
): DatumContext => {
  const element = plan.content.dataElements.find((row) => row.key === datum.elementKey)
  if (element === undefined) throw new Error(`the plan in force has no element ${datum.elementKey}`)
  return {
    ...commandContext(asked, post),
    element,
    missingEvidence: missing,
    ...more,
  }
}

/** A datum that a command is about to be given to. */
interface Wanted {
  readonly datumId: string
  /** Version of the row that the person saw; absent for an act that does not show it. */
  readonly version?: number
  /** Where it stands in the request: `body`, or `body.rows.3`. */
  readonly at?: string
  readonly kind: DatumCommandKind
}

/** A report cites the files put forward for its datum; they are read with the datum itself. */
interface CitingReport {
  readonly kind: 'report'
  readonly citing: (evidenceIds: readonly string[]) => DatumCommand
}

export interface Step extends Omit<Wanted, 'kind'> {
  readonly command: DatumCommand | CitingReport
}

/** Locks plan and data of a command in the documented order; a datum that is not there, not asked or out of scope is not found. */
export const holdData = async (
  { tx, posts }: Asking,
  steps: readonly Wanted[],
): Promise<Result<readonly Held[], Refusal>> => {
  const ids = steps.map((step) => step.datumId)
  // Sent in the order of the locks, answered in one go.
  const [plans, data] = await Promise.all([
    lockIssuedPlans(tx, sql<string>`(SELECT plan_id FROM datum WHERE id IN (${sql.join(ids)}))`),
    lockData(tx, ids),
  ])
  const locked = new Map(data.map((loaded) => [loaded.row.id, loaded]))
  const held: Held[] = []
  for (const step of steps) {
    const loaded = locked.get(step.datumId)
    const plan = loaded && plans.get(loaded.row.plan_id)
    const post = loaded && choosePost(posts, loaded, step.kind)
    if (!loaded?.row.asked || !plan || !post) return refuse('platform.notFound')
    if (step.version !== undefined) {
      const current = await sameVersion(tx, loaded.row, step.version)
      if (!current.ok) return fail(placedAt(current.error, step))
    }
    held.push({ ...loaded, post, plan })
  }
  return ok(held)
}

/** The refusal at its place in the request: in a batch, the line it is about. */
const placedAt = (error: Refusal, { at }: Pick<Wanted, 'at'>): Refusal => {
  if (at === undefined) return error
  if (error.at === undefined) return at === 'body' ? error : { ...error, at }
  return { ...error, at: `${at}.${error.at}` }
}

export interface Done {
  readonly post: HeldPost
  readonly events: readonly DatumEvent[]
  readonly changes: readonly Change[]
  readonly after: readonly LoadedDatum[]
}

const missingFor = ({ tx }: Asking, { command }: Step, held: Held): Promise<readonly string[]> =>
  command.kind === 'confirm' ? missingEvidence(tx, held.plan, held) : Promise.resolve([])

export interface ActHooks {
  readonly onReopen?: readonly OnReopen[]
  readonly tallyRecords?: TallyRecords | undefined
}

/** Decides every step and saves all, or none: the first refusal rolls the whole act back. */
export const actOnData = async (
  asked: Asking,
  steps: readonly Step[],
  { onReopen = [], tallyRecords }: ActHooks = {},
): Promise<Result<Done, Refusal>> => {
  const wanted = steps.map(({ command, ...step }) => ({ ...step, kind: command.kind }))
  const [held, cited] = await Promise.all([
    holdData(asked, wanted),
    citedBy(
      asked.tx,
      steps.filter(({ command }) => 'citing' in command).map((step) => step.datumId),
    ),
  ])
  if (!held.ok) return held
  const decisions: (DecidedDatum & { readonly one: Held; readonly events: readonly DatumEvent[] })[] = []
  for (const [index, one] of held.value.entries()) {
    const step = steps[index] as Step
    const { command: asking } = step
    const command = 'citing' in asking ? asking.citing(cited.get(step.datumId) ?? []) : asking
    const opened = command.kind === 'withdraw' ? await openedBy(asked.tx, one.datum) : undefined
    const reports = command.kind === 'report' || command.kind === 'reportOnBehalf'
    const tallied = reports ? await talliedFor(asked.tx, one, asked.context.today, tallyRecords) : undefined
    const context = datumContext(asked, one, await missingFor(asked, step, one), {
      ...(opened && { opened }),
      ...(tallied && { tallied }),
    })
    const decided = decideDatum(one.datum, command, context)
    if (!decided.ok) return fail(placedAt(decided.error, step))
    decisions.push({ one, before: one, ...decided.value })
  }
  const after = await saveData(asked.tx, decisions, asked.context)
  const changes: Change[] = []
  for (const [index, { one, events }] of decisions.entries()) {
    const saved = after[index] as LoadedDatum
    changes.push(datumChange(one, saved))
    for (const event of events) {
      if (event.type !== 'datumReopened') continue
      for (const hook of onReopen) {
        const by = authorOf(asDomainActor(asked.actor, one.post))
        changes.push(...(await hook(asked.tx, saved.datum, event.reason, asked.context, by)))
      }
    }
  }
  const { post } = held.value[0] as Held
  return ok({ post, events: decisions.flatMap(({ events }) => events), changes, after })
}
