import { doers } from '../assigned-task/model.ts'
import type { RoutineRecord } from '../routine-record/model.ts'
import { recordConfirmers } from '../routine-record/transitions.ts'
import type { Changed, Notification, PostAudience } from './model.ts'
import { peopleOf } from './model.ts'

const inUnit = ({ unitId }: RoutineRecord): PostAudience => ({ place: { unitIds: [unitId] }, posts: doers })

const atLead = ({ leadUnitId, leadSectionId }: RoutineRecord): PostAudience => ({
  place: { unitIds: [leadUnitId], ...(leadSectionId !== undefined && { sectionId: leadSectionId }) },
  posts: recordConfirmers,
})

/** The head of the section, of what waits for confirmation; the unit, of what is told, upheld or withdrawn; the recorder, of what came back. */
export const routineRecordNotifications = ({ before, after }: Changed<RoutineRecord>): readonly Notification[] => {
  const { steps, standing } = after
  const last = before === null ? undefined : steps.at(-1)
  const reason = last?.words ?? ''
  const recorder = peopleOf([steps.findLast(({ command }) => command === 'begin' || command === 'edit')?.by])
  switch (last?.command) {
    case 'submit':
      return [{ code: 'notification.routineRecordToConfirm', to: [atLead(after)] }]
    case 'return':
      return [{ code: 'notification.routineRecordReturned', params: { reason }, to: [recorder] }]
    case 'confirm':
      return [
        {
          code: 'notification.routineRecordTold',
          params: { until: standing.told?.viewUntil ?? '' },
          to: [inUnit(after)],
        },
      ]
    case 'state':
      return after.state === 'differed'
        ? [{ code: 'notification.routineRecordDiffered', to: [atLead(after), recorder] }]
        : []
    case 'uphold':
      return [{ code: 'notification.routineRecordUpheld', params: { reason }, to: [inUnit(after)] }]
    case 'withdraw':
      return [{ code: 'notification.routineRecordWithdrawn', params: { reason }, to: [inUnit(after), recorder] }]
    default:
      return []
  }
}
