import type { listReportPackPlans } from '@quanheng/contract/report-pack'
import type { ReplyOf } from '@quanheng/contract/route'
import { dueDayOf } from '@quanheng/domain/datum/deadline'
import { isAttached } from '@quanheng/domain/evidence/model'
import { type ItemKey, itemKeys } from '@quanheng/domain/plan/items'
import { type PackLine, packLines } from '@quanheng/domain/report-pack/lines'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor, HeldPost } from '../../platform/door/actor.ts'
import {
  addingTo,
  evidenceOf,
  evidenceShownTo,
  findData,
  type LoadedDatum,
  namesFor,
  type StandingItem,
} from '../collection/index.ts'
import { type IssuedPlan, issuedPlan, planHeaders, plansVisibleTo } from '../plan/index.ts'

/** What one body is asked for under a plan, as one of its people reports it. */
export interface AskedOf {
  readonly plan: IssuedPlan
  readonly unitId: string
  /** Posts of that body which report. */
  readonly posts: readonly HeldPost[]
  /** Figures that wait for their report, by due day. */
  readonly data: readonly LoadedDatum[]
  readonly lines: readonly PackLine[]
}

/** More lines than one office fills in at once. */
const mostFigures = 2_000

export interface Asking {
  readonly db: Reader
  readonly actor: Actor
  /** Posts that report. */
  readonly posts: readonly HeldPost[]
  readonly today: string
}

/** Items that it proves: its own under the plan, and those that its figures are for. In the order of the plan, which numbers them. */
const provenItems = (plan: IssuedPlan, unitId: string, posts: readonly HeldPost[], own: readonly LoadedDatum[]) => {
  const cited = new Set(own.flatMap(({ row }) => row.leaf_keys.map((leaf) => `${leaf}/${row.unit_id}`)))
  return itemKeys(plan.content).filter(
    (item) =>
      (item.unitId === unitId || cited.has(`${item.leafKey}/${item.unitId}`)) && addingTo(plan, posts, item) !== null,
  )
}

/** Null where this person reports nothing for the body, or the plan asks nothing of it. */
export const askedOf = async (
  { db, actor, posts: reporting, today }: Asking,
  planId: string,
  unitId: string,
): Promise<AskedOf | null> => {
  const plan = await issuedPlan(db, planId)
  const posts = reporting.filter((post) => post.unitId === unitId)
  if (plan === null || posts.length === 0) return null
  const ofBody = { ...actor, posts: [...posts] }
  const all = (await findData(db, ofBody, { planId }, today, mostFigures)).filter(
    ({ row }) => row.asked_unit_id === unitId,
  )
  const waiting = await findData(db, ofBody, { planId, turn: 'report' }, today, mostFigures)
  const data = waiting.filter(({ row }) => row.asked_unit_id === unitId)
  // Every figure counts for the numbers of the folders, reported or not: they stay as they were when the pack went out.
  const lines = packLines(plan.content, provenItems(plan, unitId, posts, all))
  return data.length + lines.length === 0 ? null : { plan, unitId, posts, data, lines }
}

/** How the body stands to the item of a line; it was asked about when the lines were made. */
export const standingFor = ({ plan, posts }: Pick<AskedOf, 'plan' | 'posts'>, item: ItemKey): StandingItem => {
  const standing = addingTo(plan, posts, item)
  if (standing === null) throw new Error(`nobody of the body adds to ${item.leafKey}`)
  return standing
}

/** Files that are attached to each line already, as far as the body sees them. */
export const attachedTo = async (db: Reader, asked: AskedOf) => {
  const items = [...new Map(asked.lines.map((line) => [`${line.leafKey}/${line.unitId}`, line])).values()]
  const files = await Promise.all(
    items.map(async ({ leafKey, unitId }) => {
      const present = await evidenceOf(db, { planId: asked.plan.planId, leafKey, unitId })
      return evidenceShownTo(standingFor(asked, { leafKey, unitId }), present).filter(isAttached)
    }),
  )
  const all = files.flat()
  return (line: PackLine) =>
    all.filter(
      (file) =>
        file.leafKey === line.leafKey && file.unitId === line.unitId && file.requirementKey === line.requirementKey,
    )
}

type PlanRow = ReplyOf<typeof listReportPackPlans>['rows'][number]

/** Plans and bodies for which there is something to fill in. */
export const plansAsked = async (asking: Asking): Promise<PlanRow[]> => {
  const { db, actor, posts } = asking
  const headers = await planHeaders(db, plansVisibleTo(actor), { issuedOnly: true })
  const units = [...new Set(posts.map(({ unitId }) => unitId))]
  const names = await namesFor(db, { units })
  const rows: PlanRow[] = []
  for (const { planId } of headers) {
    for (const unitId of units) {
      const asked = await askedOf(asking, planId, unitId)
      if (asked === null) continue
      const { plan, data, lines } = asked
      const attached = await attachedTo(db, asked)
      rows.push({
        planId,
        planTitle: plan.title,
        planNumber: plan.number,
        unitId,
        unitName: names.unit(unitId),
        figures: data.length,
        lines: lines.length,
        gaps: lines.filter((line) => attached(line).length === 0).length,
        due: data.map(({ datum, row }) => dueDayOf(datum, row.due)).toSorted()[0] ?? null,
      })
    }
  }
  return rows
}
