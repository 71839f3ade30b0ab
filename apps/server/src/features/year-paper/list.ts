import type { ReplyOf } from '@quanheng/contract/route'
import type { listYearPapers } from '@quanheng/contract/year-paper'
import { yearPapers } from '@quanheng/domain/year-paper/catalogue'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { planHeaders, plansVisibleTo, seesDraftsOf, visibleDraft } from '../plan/index.ts'
import { unitNames } from '../result/index.ts'

type Reply = ReplyOf<typeof listYearPapers>

const unitsOf = async (db: Reader, actor: Actor, planId: string | undefined): Promise<Reply['units']> => {
  const plan = planId === undefined ? undefined : await visibleDraft(db, actor, planId)
  if (plan === undefined) return []
  const ids = [...new Set(plan.content.tasks.map(({ unitId }) => unitId))]
  const names = await unitNames(db, ids)
  return ids.flatMap((unitId) => {
    const name = names.get(unitId)
    return name === undefined ? [] : [{ unitId, name }]
  })
}

/** The list is the same for everybody; the plans are those that a person works on, or every plan for the office. */
export const listed = async (db: Reader, actor: Actor, asked: string | undefined): Promise<Reply> => {
  const scope = plansVisibleTo(actor)
  const headers = (await planHeaders(db, scope)).filter(({ ownerUnitId }) => seesDraftsOf(scope, ownerUnitId))
  const chosen = headers.find(({ planId }) => planId === asked) ?? headers[0]
  return {
    plans: headers.map(({ planId, title, year }) => ({ planId, title, year })),
    planId: chosen?.planId ?? null,
    units: await unitsOf(db, actor, chosen?.planId),
    rows: yearPapers.map((paper) => ({
      kind: paper.kind,
      name: paper.name,
      from: paper.from,
      made: paper.made,
      page: 'page' in paper ? paper.page : null,
      perUnit: 'perUnit' in paper,
    })),
  }
}
