import type { Sheet } from '../sheet/model.ts'
import { isStanding } from '../signature/model.ts'
import { type Changed, type Notification, type PostAudience, peopleOf } from './model.ts'

const handlers: PostAudience = { place: 'scorer', posts: ['handler', 'officeStaff'] }
const heads: PostAudience = { place: 'scorer', posts: ['sectionHead', 'officeDirector'] }

const signersOf = (sheet: Sheet) => peopleOf(sheet.signatures.filter(isStanding).map(({ signer }) => signer))

/** 待签、退回修改、失效: told to the section that scores and to everyone whose signature no longer stands. */
export const sheetNotifications = ({ before, after }: Changed<Sheet>): readonly Notification[] => {
  if (before === null) return []
  const told: Notification[] = []
  if (after.state === 'awaitingHead' && before.state !== 'awaitingHead') {
    told.push({ code: 'notification.sheetToSign', to: [heads] })
  }
  if (after.state === 'returned' && before.state !== 'returned') {
    const reason = after.returnReason ?? ''
    told.push({ code: 'notification.sheetReturned', params: { reason }, to: [handlers, signersOf(before)] })
  }
  if (after.fallCause !== undefined && after.fallCause !== before.fallCause) {
    const cause = after.fallCause
    told.push({ code: 'notification.sheetFell', params: { cause }, to: [handlers, signersOf(before)] })
  }
  const fallen = after.fallenRows.slice(before.fallenRows.length)
  if (fallen[0] !== undefined) {
    const params = { count: String(fallen.length), cause: fallen[0].cause }
    told.push({ code: 'notification.sheetRowsFell', params, to: [handlers, signersOf(before)] })
  }
  return [...told, ...refusedOnPaper(before, after)]
}

/** 核对不符: whoever registered the paper signature has to look again. */
const refusedOnPaper = (before: Sheet, after: Sheet): readonly Notification[] => {
  const refused = after.signatures.filter(
    ({ id, state }) =>
      state === 'refused' &&
      before.signatures.some((signature) => signature.id === id && signature.state !== 'refused'),
  )
  return refused.map(({ means, voiding }) => ({
    code: 'notification.sheetPaperRefused',
    params: { reason: voiding?.cause ?? '' },
    to: [handlers, peopleOf([means.kind === 'paper' ? means.registeredBy : undefined])],
  }))
}
