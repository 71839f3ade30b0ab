import { typedText } from '@quanheng/domain/datum/typed-value'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import type { Tone } from '../../shared/state/StateTag.tsx'
import { type DatumRow, elementOf, type Release, type Version } from './row.ts'

const tones: Readonly<Record<DatumRow['state'], Tone>> = {
  notReported: 'waiting',
  drafting: 'going',
  reported: 'going',
  confirmed: 'going',
  returned: 'stop',
  verified: 'going',
  closed: 'done',
}

/** The state as the page shows it; late reports say so until they are confirmed. */
export const lookOf = (row: Pick<DatumRow, 'state' | 'last'>): { readonly word: string; readonly tone: Tone } =>
  row.state === 'reported' && row.last?.late
    ? { word: t('逾期补报'), tone: 'heed' }
    : { word: word('datumState', row.state), tone: tones[row.state] }

export const sayRelease = (release: Release): string => word('release', release)

export const saySource = (source: DatumRow['source']): string =>
  ({
    appraisedUnit: t('考核单位填报'),
    section: t('责任科室采集'),
    provider: t('数据提供单位'),
    superior: t('上级认定'),
    substitute: t('回避替代单位采集'),
  })[source]

/** A value in words, without its unit of measure. */
export const sayValue = (row: Pick<DatumRow, 'element'>, value: Version['value']): string =>
  typedText(elementOf(row), value)

/** A value as a cell of a table holds it: a checklist is counted, its entries stand in the tooltip and in the detail. */
export const sayShort = (row: Pick<DatumRow, 'element'>, value: Version['value']): string =>
  value.kind === 'checklist'
    ? t('{{ticked}}/{{listed}}项', { ticked: value.ticked.length, listed: row.element.entries?.length ?? 0 })
    : sayValue(row, value)

/** A value with its unit of measure where it is a figure; ticks, yes or no and 不涉及 have none. */
export const sayMeasured = (row: Pick<DatumRow, 'element'>, value: Version['value']): string =>
  ['quantity', 'count', 'judgement'].includes(value.kind)
    ? `${sayValue(row, value)}\u00a0${row.element.unit}`
    : sayValue(row, value)

export const sayAuthor = ({ author }: Pick<Version, 'author'>): string =>
  `${author.name}（${author.unitName}${author.sectionName ?? ''} ${word('post', author.post)}）`
