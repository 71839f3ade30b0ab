import type { showRobustness } from '@quanheng/contract/robustness'
import type { ReplyOf } from '@quanheng/contract/route'
import { toPlaces } from '../../../shared/figure/to-places.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'

export type Robustness = ReplyOf<typeof showRobustness>
export type Hold = Robustness['groups'][number]['rows'][number]
export type Flip = Hold['flips'][number]

export const sayGrade = (grade: string | null): string => grade ?? t('待会议确定')

const signed = (change: string): string => {
  const short = toPlaces(change, 2)
  return short.startsWith('-') ? short.replace('-', '−') : `+${short}`
}

/** One change and the grade that it would give. */
export const sayFlip = (flip: Flip): string => {
  const then = flip.grade === null ? t('等次待会议确定') : t('等次变为{{grade}}', { grade: flip.grade })
  switch (flip.kind) {
    case 'item':
      return t('{{name}}得分由 {{from}} 变为 {{to}}（{{change}}），{{then}}', {
        name: flip.name,
        from: toPlaces(flip.from, 2),
        to: toPlaces(flip.to, 2),
        change: signed(flip.change),
        then,
      })
    case 'arithmetic':
      return t('{{setting}}改为“{{value}}”，{{then}}', {
        setting: word('flipSetting', flip.setting),
        value: word('flipValue', flip.value),
        then,
      })
    case 'weight':
      return t('{{name}}的权重由 {{from}} 变为 {{to}}，{{then}}', {
        name: flip.name,
        from: flip.from,
        to: flip.to,
        then,
      })
  }
}

/** The first is the smallest change; items by their points, then rounding, then weights. */
export const leastOf = ({ flips }: Hold): Flip | undefined => flips[0]
