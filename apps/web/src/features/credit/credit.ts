import type { listCredits, showCredit } from '@quanheng/contract/credit'
import type { creditYears } from '@quanheng/contract/credit-register'
import type { ReplyOf } from '@quanheng/contract/route'
import type { CreditState } from '@quanheng/domain/credit/model'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type Line = ReplyOf<typeof listCredits>['rows'][number]
export type Credit = ReplyOf<typeof showCredit>
export type Year = ReplyOf<typeof creditYears>['rows'][number]
export type StoredFile = Credit['files'][number]

export const toneOf: Readonly<Record<CreditState, Tone>> = {
  claimed: 'waiting',
  proposed: 'waiting',
  returned: 'stop',
  stating: 'heed',
  toReview: 'waiting',
  recognised: 'going',
  shown: 'going',
  toConfirm: 'heed',
  decided: 'done',
  lifted: 'done',
  refused: 'stop',
  withdrawn: 'done',
}

/** Points with the sign of their kind; a veto has none. */
export const signed = (kind: Line['kind'], points: string | null): string =>
  points === null ? '' : kind === 'bonus' ? `+${points}` : `−${points}`

/** By what the library may know the proof: its number, its title, its title without the article behind it. */
export const proofNames = ({ title, number }: { readonly title: string; readonly number: string }): string[] => {
  const parts = title.split(' ')
  const titles = parts.map((_, at) => parts.slice(0, at + 1).join(' '))
  return [...new Set([number, ...titles].filter(Boolean))]
}
