import { authorOf } from '../kernel/command-context.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Move, Of } from './agenda.ts'
import type { MeetingContext } from './commands.ts'
import { liveTopics, type Meeting, type Opinion, type Seat } from './model.ts'
import { conveners } from './transitions.ts'

/** Whose own matter the topic is stands aside from it. */
export const standsAside = (
  { ownUnitIds }: Pick<Seat, 'ownUnitIds'>,
  { concerns }: { readonly concerns: readonly string[] },
): boolean => concerns.some((unitId) => ownUnitIds.includes(unitId))

/** Who may bring this seat's opinion: the person, the liaison of the unit it represents, or the office. */
export const mayBring = (
  seat: Pick<Seat, 'personId' | 'unitId'>,
  { personId, unitId, post }: Pick<MeetingContext['actor'], 'personId' | 'unitId' | 'post'>,
  officeUnitId: string,
): 'own' | 'brought' | undefined => {
  if (seat.personId === personId) return 'own'
  const ofOffice = unitId === officeUnitId && (conveners as readonly string[]).includes(post)
  return ofOffice || seat.unitId === unitId ? 'brought' : undefined
}

/** 书面预审意见; brought by another it comes with its signed original. */
export const giveOpinion = (
  { agenda, standing, unitId }: Meeting,
  command: Of<'giveOpinion'>,
  context: MeetingContext,
): Move => {
  const { topicId, stance, words, scanDigest } = command
  const { actor, today, seats, now } = context
  if ((standing.pack?.until ?? '') < today)
    return refuse('meeting.packOver', { params: { until: standing.pack?.until ?? '' } })
  const seat = seats.find(({ key }) => key === command.seatKey)
  if (!seat) return refuse('meeting.seatUnknown', { at: 'seatKey' })
  const way = mayBring(seat, actor, unitId)
  if (way === undefined) return refuse('meeting.notYourSeat', { at: 'seatKey' })
  const topic = liveTopics(agenda).find(({ id }) => id === topicId)
  if (!topic) return refuse('meeting.topicUnknown', { at: 'topicId' })
  if (standsAside(seat, topic)) return refuse('meeting.recused', { params: { title: topic.title } })
  if (way === 'brought' && !scanDigest) return refuse('meeting.scanMissing', { at: 'scanDigest' })
  if (stance !== 'agree' && !words) return refuse('meeting.wordsMissing', { at: 'words' })
  const opinion: Opinion = {
    topicId,
    seat: { key: seat.key, personName: seat.personName, unitName: seat.unitName },
    stance,
    words,
    by: authorOf(actor),
    at: now,
    ...(scanDigest && { scanDigest }),
  }
  const others = standing.opinions.filter((one) => one.topicId !== topicId || one.seat.key !== seat.key)
  return ok({ state: 'preReview', standing: { ...standing, opinions: [...others, opinion] } })
}
