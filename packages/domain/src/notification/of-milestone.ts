import { doers } from '../assigned-task/model.ts'
import type { LightRung } from '../milestone/light.ts'
import type { Milestone } from '../milestone/model.ts'
import { confirmers } from '../milestone/transitions.ts'
import type { Changed, Notification, NotificationCode, PostAudience } from './model.ts'

const inUnit = ({ unitId }: Milestone): PostAudience => ({ place: { unitIds: [unitId] }, posts: doers })

const atLead = ({ leadUnitId, leadSectionId }: Milestone): PostAudience => ({
  place: { unitIds: [leadUnitId], ...(leadSectionId !== undefined && { sectionId: leadSectionId }) },
  posts: confirmers,
})

/** Who confirms, of a report; the unit, of what became of it. */
export const milestoneNotifications = ({ before, after }: Changed<Milestone>): readonly Notification[] => {
  const last = after.steps.at(-1)
  const reason = last?.words ?? ''
  switch (before === null ? 'begin' : last?.command) {
    case 'report':
      return [{ code: 'notification.milestoneToConfirm', to: [atLead(after)] }]
    case 'confirm':
      return [{ code: 'notification.milestoneConfirmed', to: [inUnit(after)] }]
    case 'return':
      return [{ code: 'notification.milestoneReturned', params: { reason }, to: [inUnit(after)] }]
    case 'miss':
      return [{ code: 'notification.milestoneMissed', params: { reason }, to: [inUnit(after)] }]
    default:
      return []
  }
}

const rungCodes: Readonly<Record<LightRung, NotificationCode>> = {
  warning: 'notification.milestoneWarning',
  yellow: 'notification.milestoneYellow',
  unitHead: 'notification.milestoneRed',
  leadUnit: 'notification.milestoneRedNext',
  office: 'notification.milestoneRedNext',
}

/** Whom a light tells when it reaches this rung, and in which words. `fallback` holds where nobody has the post in hand. */
export const rungNotification = (
  milestone: Milestone,
  rung: LightRung,
): { readonly code: NotificationCode; readonly to: PostAudience; readonly fallback?: PostAudience } => {
  const { unitId, officeUnitId, demand } = milestone
  const code = rungCodes[rung]
  switch (rung) {
    case 'warning':
    case 'yellow':
      return { code, to: { place: { unitIds: [unitId] }, posts: [demand.post] }, fallback: inUnit(milestone) }
    case 'unitHead':
      return { code, to: { place: { unitIds: [unitId] }, posts: ['unitHead', 'principal', 'leaderInCharge'] } }
    case 'leadUnit':
      return { code, to: { ...atLead(milestone), posts: ['handler', 'sectionHead', 'leaderInCharge'] } }
    case 'office':
      return { code, to: { place: { unitIds: [officeUnitId] }, posts: ['officeStaff', 'officeDirector'] } }
  }
}
