import type { listLateEntries } from '@quanheng/contract/late-entry'
import type { ReplyOf } from '@quanheng/contract/route'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import type { Tone } from '../../../shared/state/StateTag.tsx'

export type LateEntry = ReplyOf<typeof listLateEntries>['rows'][number]

export const toneOf: Readonly<Record<LateEntry['state'], Tone>> = {
  asked: 'heed',
  granted: 'done',
  declined: 'stop',
  withdrawn: 'waiting',
}

export const sayPerson = ({ name, post, unitName }: LateEntry['askedBy']): string =>
  `${name}（${unitName} ${word('post', post)}）`

/** What was answered, in one sentence; nothing while it waits. */
export const sayAnswer = ({ decision }: LateEntry): string => {
  if (decision === null) return ''
  const words = decision.until === null ? t('不同意') : t('同意补报至{{until}}', { until: decision.until })
  return decision.reason === '' ? words : `${words}：${decision.reason}`
}
