import type { listRectifications, showRectification } from '@quanheng/contract/rectification'
import type { ReplyOf } from '@quanheng/contract/route'
import type { listSupervisions, showSupervision } from '@quanheng/contract/supervision'
import type { showSupervisionVisit } from '@quanheng/contract/supervision-visit'
import type { RectificationState } from '@quanheng/domain/rectification/model'
import type { SupervisionState } from '@quanheng/domain/supervision/model'
import type { Ticket } from '@quanheng/domain/supervision/ticket'
import type { SupervisionVisitState } from '@quanheng/domain/supervision-visit/model'
import { t } from '../../shared/i18n/t.ts'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type Line = ReplyOf<typeof listSupervisions>['rows'][number]
export type Supervision = ReplyOf<typeof showSupervision>
export type Visit = ReplyOf<typeof showSupervisionVisit>
export type ItemLine = ReplyOf<typeof listRectifications>['rows'][number]
export type Item = ReplyOf<typeof showRectification>

export const toneOf: Readonly<Record<SupervisionState, Tone>> = {
  draft: 'waiting',
  toOrder: 'heed',
  underWay: 'going',
  concluded: 'done',
  cancelled: 'stop',
}

export const visitToneOf: Readonly<Record<SupervisionVisitState, Tone>> = {
  planned: 'waiting',
  recorded: 'going',
  stating: 'heed',
  stated: 'going',
  settled: 'done',
  dropped: 'stop',
}

export const itemToneOf: Readonly<Record<RectificationState, Tone>> = {
  open: 'waiting',
  planned: 'going',
  reported: 'heed',
  closed: 'done',
}

export const ticketToneOf: Readonly<Record<Ticket, Tone>> = { hint: 'waiting', yellow: 'heed', red: 'stop' }

interface Waiting {
  readonly next: { readonly people: readonly string[]; readonly unitName: string } | null
  readonly may: readonly string[]
}

/** Who does the next act; the reader, named people, or nobody who could. `done` is said when nothing is left. */
export const sayNext = ({ next, may }: Waiting, command: string | undefined, act: string, done: string): string => {
  if (next === null || command === undefined) return done
  if (may.includes(command)) return t('由您{{act}}。', { act })
  const people = next.people.slice(0, 3).join('、')
  return people === ''
    ? t('由{{unit}}{{act}}，该单位目前没有可办理的人员。', { unit: next.unitName, act })
    : t('由{{unit}}{{people}}{{act}}。', { unit: next.unitName, people, act })
}
