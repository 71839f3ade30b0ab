import type { FeedbackStanding } from '@quanheng/domain/feedback/standing'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import type { Reader } from '../../../platform/database/database.ts'
import type { IssuedPlan } from '../../plan/index.ts'
import { unitNames } from '../names.ts'
import { feedbackOfPlan, questionsOfPlan } from './store.ts'

/** Working days that a lead unit's plan gives for checking first scores; null where it has none, and for year plans, which score nothing. */
export const feedbackDays = ({ kind, content }: IssuedPlan): number | null => {
  const { value } = content.settings.feedback
  return kind === 'appraisalPlan' || value === 'none' ? null : value.workingDays
}

/** As a lock asks, with open questions by name. */
export const feedbackStanding = async (db: Reader, plan: IssuedPlan): Promise<FeedbackStanding> => {
  const [round, questions] = await Promise.all([feedbackOfPlan(db, plan.planId), questionsOfPlan(db, plan.planId)])
  const open = questions.filter(({ question }) => question.state === 'open')
  const names = await unitNames(
    db,
    open.map(({ question }) => question.unitId),
  )
  return {
    wanted: feedbackDays(plan) !== null,
    feedback: round?.feedback,
    open: open.map(
      ({ question: { unitId, leafKey } }) =>
        `${names.get(unitId) ?? ''}“${nodeByKey(plan.content, leafKey)?.name ?? leafKey}”`,
    ),
  }
}
