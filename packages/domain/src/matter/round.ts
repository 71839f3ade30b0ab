import { authorOf } from '../kernel/command-context.ts'
import { ok, refuse } from '../kernel/result.ts'
import { mayBring } from '../meeting/opinion.ts'
import type { MatterCommand, MatterContext } from './commands.ts'
import { type ImportantMatter, silent, toAnswer } from './model.ts'
import { askedAs, type Move, versioned } from './version.ts'

type Of<K extends MatterCommand['kind']> = Extract<MatterCommand, { readonly kind: K }>

/** 征求意见: to chosen members, until a day, with what silence will mean; the text that goes out is the first version. */
export const seek = (
  matter: ImportantMatter,
  { seatKeys, until, silence }: Of<'seek'>,
  context: MatterContext,
): Move => {
  const { seats, today } = context
  if (matter.content.body === '') return refuse('matter.bodyMissing')
  if (seatKeys.length === 0) return refuse('matter.membersMissing', { at: 'seatKeys' })
  if (seatKeys.some((key) => !seats.some((seat) => seat.key === key))) {
    return refuse('matter.memberUnknown', { at: 'seatKeys' })
  }
  if (until < today) return refuse('matter.untilPast', { at: 'until' })
  const { direct: _, ...standing } = matter.standing
  return ok({
    state: 'opinions',
    standing: {
      ...standing,
      versions: versioned(matter, context),
      round: { until, silence, sentOn: today, asked: seats.filter(({ key }) => seatKeys.includes(key)).map(askedAs) },
    },
  })
}

/** A later opinion of a member takes the place of the earlier one. */
export const giveOpinion = (matter: ImportantMatter, command: Of<'giveOpinion'>, context: MatterContext): Move => {
  const { standing } = matter
  const { round } = standing
  const { seatKey, stance, words, scanDigest } = command
  const asked = round?.asked.find(({ key }) => key === seatKey)
  if (!round || !asked) return refuse('matter.memberUnknown', { at: 'seatKey' })
  if (round.until < context.today) return refuse('matter.roundOver', { params: { until: round.until } })
  const { actor } = context
  const seat = context.seats.find(({ key }) => key === seatKey)
  const way = seat && mayBring(seat, actor, matter.unitId)
  if (way === undefined) return refuse('matter.notYourSeat')
  if (way === 'brought' && scanDigest === undefined) return refuse('matter.scanMissing', { at: 'scanDigest' })
  if (stance !== 'agree' && words === '') return refuse('matter.wordsMissing', { at: 'words' })
  const opinion = {
    seatKey,
    stance,
    words,
    by: authorOf(actor),
    at: context.now,
    ...(scanDigest !== undefined && { scanDigest }),
  }
  const opinions = [...standing.opinions.filter((one) => one.seatKey !== seatKey), opinion]
  return ok({ standing: { ...standing, opinions } })
}

/** Once the day has passed, or everybody has spoken: nobody is cut off before the day that was set. */
export const closeRound = (matter: ImportantMatter, { today }: MatterContext): Move => {
  const { round } = matter.standing
  return round && round.until >= today && silent(matter).length > 0
    ? refuse('matter.roundOpen', { params: { until: round.until } })
    : ok({ state: 'revising' })
}

/** 采纳情况: each opinion once; what is not wholly accepted has its reason. */
export const answer = ({ standing }: ImportantMatter, { answers }: Of<'answer'>): Move => {
  const known = toAnswer(standing)
  const isKnown = answers.every(({ seatKey }) => known.some((one) => one.seatKey === seatKey))
  const isOnce = new Set(answers.map(({ seatKey }) => seatKey)).size === answers.length
  if (!isKnown || !isOnce) return refuse('matter.answerUnknown', { at: 'answers' })
  const bare = answers.findIndex(({ outcome, reason }) => outcome !== 'accepted' && reason === '')
  if (bare !== -1) return refuse('matter.reasonMissing', { at: `answers[${bare}].reason` })
  return ok({ standing: { ...standing, answers } })
}
