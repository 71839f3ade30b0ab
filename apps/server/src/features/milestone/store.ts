import { canonicalMilestone, type Milestone } from '@quanheng/domain/milestone/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { MilestoneRow } from './tables.ts'

export type KeptMilestone = Kept<MilestoneRow, Milestone>

const columnsOf = (milestone: Milestone): Omit<MilestoneRow, 'id' | 'file_digests' | 'version'> => ({
  plan_id: milestone.planId,
  milestone_key: milestone.milestoneKey,
  leaf_key: milestone.leafKey,
  unit_id: milestone.unitId,
  lead_unit_id: milestone.leadUnitId,
  lead_section_id: milestone.leadSectionId ?? null,
  office_unit_id: milestone.officeUnitId,
  state: milestone.state,
  due: milestone.due,
  demand: milestone.demand,
  standing: milestone.standing,
})

export const milestoneKeeper = keeperOf<MilestoneRow, Milestone>({
  noun: 'milestone',
  table: 'milestone',
  json: ['demand', 'standing'],
  modelOf: (row, steps) => ({
    id: row.id,
    planId: row.plan_id,
    milestoneKey: row.milestone_key,
    leafKey: row.leaf_key,
    unitId: row.unit_id,
    leadUnitId: row.lead_unit_id,
    ...(row.lead_section_id !== null && { leadSectionId: row.lead_section_id }),
    officeUnitId: row.office_unit_id,
    state: row.state,
    due: row.due,
    demand: row.demand,
    standing: row.standing,
    steps,
  }),
  columnsOf,
  filesOf: ({ standing: { report } }) => (report?.files ?? []).map(({ digest }) => digest),
  canonical: canonicalMilestone,
})

/** Rows of one statement: 14 columns each stay far below the bound of parameters. */
const chunk = 1_000

/** A plan's milestones at its issue, thousands in a large year: a few statements instead of two a row. */
export const insertMilestones = async (tx: Tx, all: readonly Milestone[]): Promise<readonly KeptMilestone[]> => {
  for (let from = 0; from < all.length; from += chunk) {
    const part = all.slice(from, from + chunk)
    await tx
      .insertInto('milestone')
      .values(
        part.map((one) => ({
          ...columnsOf(one),
          id: one.id,
          demand: json(one.demand),
          standing: json(one.standing),
          file_digests: [],
          version: 1,
        })),
      )
      .execute()
    await tx
      .insertInto('milestone_step')
      .values(
        part.flatMap(({ id, steps }) =>
          steps.map(({ command, by, at, words }, index) => ({
            milestone_id: id,
            number: index + 1,
            command,
            author: json(by),
            at: new Date(at),
            words,
          })),
        ),
      )
      .execute()
  }
  return all.map((model) => ({
    row: { ...columnsOf(model), id: model.id, file_digests: [], version: 1 },
    model,
  }))
}

/** Whom lights told, by milestone, the earliest first; of the due day that stands. */
export const tellingsOf = async (db: Reader, all: readonly Pick<MilestoneRow, 'id' | 'due'>[]) => {
  const rows =
    all.length === 0
      ? []
      : await db
          .selectFrom('milestone_told')
          .selectAll()
          .where(
            'milestone_id',
            'in',
            all.map(({ id }) => id),
          )
          .orderBy('told_on')
          .orderBy('rung')
          .execute()
  const dues = new Map(all.map(({ id, due }) => [id, due]))
  return Map.groupBy(
    rows.filter(({ milestone_id, due }) => dues.get(milestone_id) === due),
    ({ milestone_id }) => milestone_id,
  )
}
