import type { PostKind } from '../ability/posts.ts'
import type { Milestone } from '../milestone/model.ts'
import { confirmers } from '../milestone/transitions.ts'
import type { NextAct } from './next-act.ts'

/** Who has it in hand in the unit: the post that the plan names, or whoever reports for the unit. */
const inHand = ({ demand }: Milestone): readonly PostKind[] => [...new Set<PostKind>([demand.post, 'unitReporter'])]

/** The unit reports by the day; then another person who answers for the indicator confirms. One that was missed waits for nobody. */
export const nextOnMilestone = (milestone: Milestone): NextAct | undefined => {
  const { id, unitId, leadUnitId, leadSectionId, state, due } = milestone
  switch (state) {
    case 'open':
    case 'returned':
      return { noun: 'milestone', id, verb: 'report', posts: inHand(milestone), unitId, due }
    case 'reported': {
      const reporter = milestone.steps.findLast(({ command }) => command === 'report')?.by.personId
      return {
        noun: 'milestone',
        id,
        verb: 'confirm',
        posts: confirmers,
        unitId: leadUnitId,
        ...(leadSectionId !== undefined && { sectionId: leadSectionId }),
        ...(reporter !== undefined && { except: [reporter] }),
      }
    }
    default:
      return undefined
  }
}
