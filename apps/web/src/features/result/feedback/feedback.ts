import type { listFeedback, listFeedbackQuestions, showFeedback, showUnitFeedback } from '@quanheng/contract/feedback'
import type { ReplyOf } from '@quanheng/contract/route'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import type { Tone } from '../../../shared/state/StateTag.tsx'
import { sayMoment } from '../../../shared/time/time.ts'

export type Rounds = ReplyOf<typeof listFeedback>
export type PlanRound = ReplyOf<typeof showFeedback>
export type UnitFeedback = ReplyOf<typeof showUnitFeedback>
export type ToldScore = UnitFeedback['scores'][number]
export type Question = ReplyOf<typeof listFeedbackQuestions>['rows'][number]

type Round = Rounds['rounds'][number]

export const roundTone: Readonly<Record<Round['state'], Tone>> = { toOpen: 'waiting', running: 'going', over: 'done' }

export const sayRound = ({ state }: Pick<Round, 'state'>): string =>
  ({ toOpen: t('待发出'), running: t('核对中'), over: t('核对结束') })[state]

export const sayAuthor = ({ name, post, unitName, at }: Question['by']): string =>
  `${name}（${unitName} ${word('post', post)}）${sayMoment(at)}`

export const sayAnswer = ({ answer }: Question): string =>
  answer ? t('{{kind}}：{{words}}', { kind: word('feedbackAnswer', answer.kind), words: answer.words }) : t('待答复')

/** 8.00, 8.00 → 7.50, or that it is being scored again. */
export const sayPoints = ({ told, now }: { readonly told: string; readonly now: string | null }): string => {
  if (now === null) return t('{{told}}，正在重新评分', { told })
  return now === told ? told : t('{{told}} → {{now}}', { told, now })
}
