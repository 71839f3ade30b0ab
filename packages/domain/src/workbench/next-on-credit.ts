import type { CreditEntry, CreditState } from '../credit/model.ts'
import { type CreditCommandKind, creditWorkflow } from '../credit/transitions.ts'
import { postsFor } from '../kernel/transition.ts'
import type { NextAct } from './next-act.ts'

const forward: Readonly<Partial<Record<CreditState, CreditCommandKind>>> = {
  claimed: 'firstReview',
  returned: 'resubmit',
  proposed: 'accept',
  stating: 'giveStatement',
  toReview: 'review',
  recognised: 'show',
  shown: 'registerDecision',
  toConfirm: 'confirmDecision',
}

/**
 * Who acts next on an entry: the unit, the reviewing unit or the office. A statement whose days are over is the office's to review,
 * and what needs no publicity its to register.
 */
export const nextOnCredit = (
  entry: CreditEntry,
  { officeUnitId, publicNotice, today }: { officeUnitId: string; publicNotice: boolean; today: string },
): NextAct | undefined => {
  const usual = forward[entry.state]
  if (!usual) return undefined
  const verb = whenOver(entry, usual, publicNotice, today)
  const { standing, unitId, reviewUnitId } = entry
  const of: Partial<Record<CreditCommandKind, string>> = {
    firstReview: reviewUnitId,
    resubmit: unitId,
    giveStatement: unitId,
  }
  const past = [standing.firstReview?.by.personId, entry.steps[0].by.personId].flatMap((one) => one ?? [])
  const due = verb === 'giveStatement' ? standing.stating?.until : undefined
  return {
    noun: 'credit',
    id: entry.id,
    verb,
    posts: postsFor(creditWorkflow, entry.state, verb),
    unitId: of[verb] ?? officeUnitId,
    ...((verb === 'review' || verb === 'accept') && { except: past }),
    ...(verb === 'confirmDecision' && standing.pending && { except: [standing.pending.by.personId] }),
    ...(due !== undefined && { due }),
  }
}

const whenOver = (
  { state, standing }: CreditEntry,
  usual: CreditCommandKind,
  publicNotice: boolean,
  today: string,
): CreditCommandKind => {
  if (state === 'stating' && (standing.stating?.until ?? '') < today) return 'review'
  if (state === 'shown' && standing.objections.some(({ answer }) => !answer)) return 'answerObjection'
  return state === 'recognised' && !publicNotice ? 'registerDecision' : usual
}
