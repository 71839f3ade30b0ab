import type { sheetFigure } from '@quanheng/contract/sheet'
import type { InputSource } from '@quanheng/domain/datum/facts'
import { laterThanScored } from '@quanheng/domain/datum/later-release'
import { type Datum, type DatumVersion, marksOf } from '@quanheng/domain/datum/model'
import { askedBody } from '@quanheng/domain/plan/collection'
import type { DataElement, PlanContent } from '@quanheng/domain/plan/model'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import { type FactValue, groupSize } from '@quanheng/domain/rule/facts'
import type { z } from 'zod'
import type { UnitFacts } from '../collection/index.ts'
import type { Names } from './names.ts'

type Figure = z.infer<typeof sheetFigure>

/** A value in words; null is missing, never zero. */
const textOf = (value: FactValue, element: DataElement | undefined): string | null => {
  switch (value.kind) {
    case 'missing':
      return null
    case 'notConcerned':
      return ''
    case 'quantity':
      return value.value
    case 'count':
      return value.n
    case 'judgement':
      return value.points
    case 'fact':
      return String(value.met)
    // An appraised unit reads its own score by this: which figures the others have is not its business.
    case 'group':
      return `${groupSize(value)}个单位`
    case 'checklist':
      return value.ticked.map((key) => element?.entries?.find((entry) => entry.key === key)?.name ?? key).join('、')
  }
}

/** The body that is asked for a datum, in words. */
const askedName = ({ source, unitId }: Pick<Datum, 'source' | 'unitId'>, names: Names): string => {
  if (source.kind === 'superior') return source.body
  const asked = askedBody(source, unitId)
  const section = asked.sectionId === undefined ? '' : (names.get(asked.sectionId) ?? '')
  return `${names.get(asked.unitId) ?? ''}${section}`
}

const blank = {
  name: '',
  unit: '',
  verified: false,
  closed: false,
  reported: null,
  source: '',
  period: '',
  cutoff: null,
  asOf: null,
  later: null,
  datumId: null,
  owedBy: null,
  dueOn: null,
} as const

const laterOf = (datum: Datum, element: DataElement | undefined): Figure['later'] => {
  const later = laterThanScored(datum)
  const kind = later?.outcome?.kind
  const value = later && textOf(later.value, element)
  if (!later || (kind !== 'stands' && kind !== 'nextYear')) return null
  return { release: later.release, value: value ?? '', outcome: kind }
}

const ofDatum = (
  content: PlanContent,
  { value }: InputSource,
  { elementKey, datum, version }: { elementKey: string; datum?: Datum; version?: DatumVersion },
  names: Names,
) => {
  const element = content.dataElements.find((row) => row.key === elementKey)
  const shown = version?.value ?? value
  const { reported } = datum ? marksOf(datum) : {}
  const closed = datum !== undefined && version !== undefined && datum.final === version.number
  return {
    ...blank,
    name: element?.name ?? elementKey,
    unit: element?.unit ?? '',
    kind: shown.kind,
    value: textOf(shown, element),
    verified: version?.stage === 'verified',
    closed,
    reported: version?.stage === 'verified' && reported ? textOf(reported.value, element) : null,
    source: datum ? askedName(datum, names) : '',
    period: element?.period ?? '',
    cutoff: element?.cutoff || null,
    asOf: version?.asOf ?? null,
    later: (datum && laterOf(datum, element)) ?? null,
    datumId: datum?.id ?? null,
    owedBy: datum && !closed ? askedName(datum, names) : null,
    dueOn: closed ? null : element?.due || null,
  }
}

/** `version` is the one that a signed row cites; without one, the version that scoring reads now. */
const figureOf = (
  content: PlanContent,
  leafKey: string,
  source: InputSource,
  cited: ReadonlyMap<string, number>,
  names: Names,
): Figure => {
  const { input, origin, value } = source
  const base = { input: input.name, role: input.role, from: origin.from }
  if (origin.from === 'datum') {
    const number = origin.datum && cited.get(origin.datum.id)
    const version = number === undefined ? origin.version : origin.datum?.versions.find((one) => one.number === number)
    const { elementKey, datum } = origin
    return {
      ...base,
      ...ofDatum(content, source, { elementKey, ...(datum && { datum }), ...(version && { version }) }, names),
    }
  }
  const unit = nodeByKey(content, leafKey)?.scoring?.card.unit ?? ''
  const plain = { ...blank, name: input.name, unit, kind: value.kind, value: textOf(value, undefined), closed: true }
  const pending = origin.from === 'target' ? origin.pending : undefined
  return { ...base, ...plain, ...(pending && { owedBy: pending.owner, dueOn: pending.remindOn }) }
}

export const figuresOf = (
  content: PlanContent,
  leafKey: string,
  facts: UnitFacts,
  cited: ReadonlyMap<string, number>,
  names: Names,
): Figure[] => facts.provenance.map((source) => figureOf(content, leafKey, source, cited, names))

/** Units and sections whose names the figures need. */
export const askedIds = (facts: readonly UnitFacts[]) => {
  const bodies = facts.flatMap(({ provenance }) =>
    provenance.flatMap(({ origin }) =>
      origin.from === 'datum' && origin.datum ? [askedBody(origin.datum.source, origin.datum.unitId)] : [],
    ),
  )
  return {
    units: bodies.map(({ unitId }) => unitId),
    sections: bodies.flatMap(({ sectionId }) => (sectionId === undefined ? [] : [sectionId])),
  }
}
