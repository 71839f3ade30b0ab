import { type Author, authorOf, type CommandContext } from '../kernel/command-context.ts'
import { parseExact } from '../kernel/exact.ts'
import { isLocalDate } from '../kernel/local-date.ts'
import { taskFor } from '../plan/items.ts'
import type { PlanContent, PlanMilestone } from '../plan/model.ts'
import { planIndex } from '../plan/plan-index.ts'
import { scorerFor } from '../plan/responsibility.ts'
import { lineage, nodeByKey } from '../plan/tree.ts'
import { usualLimits } from './light.ts'
import type { Milestone, MilestoneDemand, MilestoneState } from './model.ts'

/** One milestone of one unit, as a version of the plan asks for it. */
export interface PlannedMilestone
  extends Pick<
    Milestone,
    'milestoneKey' | 'leafKey' | 'unitId' | 'leadUnitId' | 'leadSectionId' | 'officeUnitId' | 'due' | 'demand'
  > {}

/** Units of a milestone: those it names, else all that carry its indicator. */
export const unitsOf = (content: PlanContent, { leafKey, unitIds }: PlanMilestone): readonly string[] => {
  const carriers = [...(planIndex(content).tasks.get(leafKey)?.keys() ?? [])]
  return unitIds === undefined ? carriers : carriers.filter((unitId) => unitIds.includes(unitId))
}

const numeric = (text: string | undefined): string | undefined =>
  text !== undefined && parseExact(text).ok ? text : undefined

const demandOf = (content: PlanContent, milestone: PlanMilestone, unitId: string): MilestoneDemand => {
  const { leafKey, name, completionStandard, expected, post } = milestone
  const target = taskFor(content, leafKey, unitId)?.target
  const amount = target?.kind === 'set' ? numeric(target.value) : undefined
  return {
    name,
    indicator: lineage(content, leafKey)
      .toReversed()
      .map((node) => node.name)
      .join(' › '),
    completionStandard,
    ...(expected !== undefined && { expected }),
    ...(expected !== undefined && amount !== undefined && { target: amount }),
    measureUnit: nodeByKey(content, leafKey)?.scoring?.card.unit ?? '',
    post,
    limits: content.settings.lights?.value ?? usualLimits,
  }
}

/**
 * Every milestone of a plan with each unit that has it, in the order of the plan. Who confirms is who scores the unit's item, the
 * substitute included (回避); where nobody is named yet, the plan's own body.
 * @param officeUnitId the body of the performance office: that of the year plan above, or of the plan itself
 */
export const plannedMilestones = (content: PlanContent, officeUnitId: string): readonly PlannedMilestone[] =>
  (content.milestones ?? []).flatMap((milestone) =>
    // Half filled ones are legal in a draft only.
    isLocalDate(milestone.due)
      ? unitsOf(content, milestone).map((unitId): PlannedMilestone => {
          const scorer = scorerFor(content, milestone.leafKey, unitId)
          return {
            milestoneKey: milestone.key,
            leafKey: milestone.leafKey,
            unitId,
            leadUnitId: scorer.ok ? scorer.value.unitId : content.ownerUnitId,
            ...(scorer.ok && scorer.value.sectionId !== undefined && { leadSectionId: scorer.value.sectionId }),
            officeUnitId,
            due: milestone.due,
            demand: demandOf(content, milestone, unitId),
          }
        })
      : [],
  )

type Opening = Pick<CommandContext, 'now' | 'newId'> & { readonly author: Author; readonly planId: string }

const fresh = (planned: PlannedMilestone, { now, newId, author, planId }: Opening): Milestone => ({
  id: newId(),
  planId,
  ...planned,
  state: 'open',
  standing: { returned: 0 },
  steps: [{ command: 'begin', by: authorOf(author), at: now, words: '' }],
})

const said = (of: PlannedMilestone): string =>
  JSON.stringify([of.leadUnitId, of.leadSectionId ?? null, of.officeUnitId, of.due, of.demand])

/** A day that was moved opens what was stated as missed; what was dropped and is asked again is open. */
const stateUnder = ({ state, due }: Milestone, planned: PlannedMilestone): MilestoneState =>
  state === 'dropped' || (state === 'missed' && due !== planned.due) ? 'open' : state

const step = (milestone: Milestone, command: 'replan' | 'drop', { author, now }: Opening): Milestone['steps'] => [
  ...milestone.steps,
  { command, by: authorOf(author), at: now, words: '' },
]

export interface Replanned {
  readonly begun: readonly Milestone[]
  readonly changed: readonly { readonly before: Milestone; readonly after: Milestone }[]
}

/**
 * What a newly issued version does to milestones that stand: new ones begin, others get its day and words, those it no longer has are
 * dropped. A confirmed one stays as it was confirmed.
 */
export const replanMilestones = (
  held: readonly Milestone[],
  planned: readonly PlannedMilestone[],
  opening: Opening,
): Replanned => {
  const keyOf = ({ milestoneKey, unitId }: Pick<Milestone, 'milestoneKey' | 'unitId'>) => `${milestoneKey}\n${unitId}`
  const known = new Map(held.map((one) => [keyOf(one), one]))
  const asked = new Map(planned.map((one) => [keyOf(one), one]))
  return {
    begun: planned.filter((one) => !known.has(keyOf(one))).map((one) => fresh(one, opening)),
    changed: held.flatMap((before) => {
      const now = asked.get(keyOf(before))
      if (before.state === 'confirmed' || (!now && before.state === 'dropped')) return []
      if (!now)
        return [{ before, after: { ...before, state: 'dropped' as const, steps: step(before, 'drop', opening) } }]
      const state = stateUnder(before, now)
      if (state === before.state && said(before) === said(now)) return []
      const { leadSectionId: _, ...rest } = before
      return [{ before, after: { ...rest, ...now, state, steps: step(before, 'replan', opening) } }]
    }),
  }
}
