import { isLocalDate } from '../kernel/local-date.ts'
import { normaliseName, normaliseText } from '../kernel/normalise.ts'
import { readQuantity } from '../kernel/quantity.ts'
import type { DomainError } from '../kernel/result.ts'
import type { KnownSection } from '../organisation/read-people.ts'
import { findUnit, type KnownUnit } from '../organisation/read-units.ts'
import { type CellFault, faultAt, readLines, type TableRow } from '../organisation/table-row.ts'
import type { GivenIndicator, GivenShare } from './commands.ts'
import type { SharePost, ShareRole, Sharing, SuperiorIndicator } from './model.ts'

export const indicatorColumns = [
  'name',
  'fullMark',
  'target',
  'measureUnit',
  'task',
  'sentence',
  'sharing',
  'due',
] as const
export type IndicatorColumn = (typeof indicatorColumns)[number]

export const shareColumns = [
  'indicator',
  'role',
  'unit',
  'section',
  'target',
  'marks',
  'post',
  'ownerName',
  'due',
  'basis',
] as const
export type ShareColumn = (typeof shareColumns)[number]

/** The words of the workbook for closed vocabularies. */
export interface TableWords {
  readonly sharing: (word: string) => Sharing | undefined
  readonly role: (word: string) => ShareRole | undefined
  readonly post: (word: string) => SharePost | undefined
}

const prose = (text: string | undefined): string => normaliseText(text ?? '').trim()

/** A blank cell says nothing; anything else is a figure. */
const figureFault = (text: string | undefined, unit: string): DomainError | undefined => {
  if (prose(text) === '') return undefined
  const read = readQuantity(text ?? '', { unit })
  return read.ok ? undefined : read.error
}

const dayFault = (text: string | undefined): DomainError | undefined =>
  text === undefined || text === '' || isLocalDate(text) ? undefined : { code: 'date.malformed', params: { text } }

const at = <K extends string>(row: number, column: K, error: DomainError | undefined): readonly CellFault<K>[] =>
  error ? [faultAt(row, column, error)] : []

/** Indicators of an uploaded table; one whose name stands already keeps its key, and so its breakdown. */
export const readIndicatorRows = (
  rows: readonly TableRow<IndicatorColumn>[],
  held: readonly SuperiorIndicator[],
  words: TableWords,
) => {
  const seen = new Map<string, number>()
  return readLines<IndicatorColumn, GivenIndicator>(rows, ({ row, texts }) => {
    const name = normaliseName(texts.name ?? '')
    const first = seen.get(name)
    seen.set(name, first ?? row)
    const known = held.find((one) => one.name === name)
    const measureUnit = normaliseName(texts.measureUnit ?? '')
    const faults = [
      ...at(row, 'name', name === '' ? { code: 'superiorPlan.nameMissing' } : undefined),
      ...at(row, 'name', first === undefined ? undefined : { code: 'superiorPlan.nameTwice', params: { name } }),
      ...at(row, 'fullMark', figureFault(texts.fullMark, '')),
      ...at(row, 'target', figureFault(texts.target, measureUnit)),
      ...at(row, 'due', dayFault(texts.due)),
    ]
    const value: GivenIndicator = {
      ...(known && { key: known.key }),
      name,
      fullMark: texts.fullMark ?? '',
      target: texts.target ?? '',
      measureUnit,
      task: prose(texts.task),
      sentence: prose(texts.sentence),
      sharing: words.sharing(texts.sharing ?? '') ?? 'split',
      due: texts.due ?? '',
    }
    return { value, faults }
  })
}

/** Lines of a breakdown; indicators are named as they stand in the plan, units and sections as they are registered. */
export const readShareRows = (
  rows: readonly TableRow<ShareColumn>[],
  {
    indicators,
    units,
    sections,
    words,
  }: {
    readonly indicators: readonly SuperiorIndicator[]
    readonly units: readonly KnownUnit[]
    readonly sections: readonly KnownSection[]
    readonly words: TableWords
  },
) => {
  const seen = new Set<string>()
  return readLines<ShareColumn, GivenShare>(rows, ({ row, texts }) => {
    const name = normaliseName(texts.indicator ?? '')
    const indicator = indicators.find((one) => one.name === name)
    const found = findUnit(units, texts.unit ?? '')
    const unitId = 'unit' in found ? found.unit.id : ''
    const wanted = normaliseName(texts.section ?? '')
    const section = sections.find((one) => one.unitId === unitId && one.names.includes(wanted))
    const place = [name, unitId, section?.id ?? ''].join('\n')
    const isTwice = unitId !== '' && seen.has(place)
    seen.add(place)
    const faults = [
      ...at(row, 'indicator', indicator ? undefined : { code: 'superiorPlan.indicatorUnknown' }),
      ...at(row, 'unit', 'error' in found ? found.error : undefined),
      ...at(row, 'section', wanted === '' || section ? undefined : { code: 'superiorPlan.sectionUnknown' }),
      ...at(row, 'unit', isTwice ? { code: 'superiorPlan.shareTwice', params: { name } } : undefined),
      ...at(row, 'target', figureFault(texts.target, indicator?.measureUnit ?? '')),
      ...at(row, 'marks', figureFault(texts.marks, '')),
      ...at(row, 'due', dayFault(texts.due)),
    ]
    const value: GivenShare = {
      indicatorKey: indicator?.key ?? '',
      role: words.role(texts.role ?? '') ?? 'support',
      unitId,
      ...(section && { sectionId: section.id }),
      target: texts.target ?? '',
      marks: texts.marks ?? '',
      post: words.post(texts.post ?? '') ?? 'unitReporter',
      ownerName: normaliseName(texts.ownerName ?? ''),
      due: texts.due ?? '',
      basis: prose(texts.basis),
    }
    return { value, faults }
  })
}
