import { codePointLength, normaliseCode, normaliseName } from '../kernel/normalise.ts'
import type { DomainError } from '../kernel/result.ts'
import { type CellFault, faultAt, readLines, type TableRow } from './table-row.ts'

export const unitColumns = ['name', 'shortName', 'aliases', 'sortCode'] as const
export type UnitColumn = (typeof unitColumns)[number]

export const sectionColumns = ['unit', 'name', 'shortName', 'aliases', 'sortCode'] as const
export type SectionColumn = (typeof sectionColumns)[number]

export interface UnitEntry {
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
  readonly sortCode: number
}

export interface SectionEntry extends UnitEntry {
  readonly unitId: string
}

/** A unit as it stands, by all the names it is known under. */
export interface KnownUnit {
  readonly id: string
  readonly names: readonly string[]
  readonly state: 'active' | 'closed'
}

const limits = { name: 100, shortName: 40, alias: 100, aliases: 20, sortCode: 99_999 } as const

const tooLong = (limit: number): DomainError => ({ code: 'organisation.tooLong', params: { limit: String(limit) } })

type NameColumn = 'name' | 'shortName' | 'aliases' | 'sortCode'

/** Names and order of one line; the short name is the name where none is given, the order that of the lines. */
const readNames = <K extends string>(
  { row, texts }: TableRow<K | NameColumn>,
  at: number,
): { readonly entry: UnitEntry; readonly faults: readonly CellFault<K | NameColumn>[] } => {
  const name = normaliseName(texts.name ?? '')
  const shortName = normaliseName(texts.shortName ?? '') || name
  const aliases = [
    ...new Set(
      (texts.aliases ?? '')
        .split(/[、，,;；]/)
        .map(normaliseName)
        .filter(Boolean),
    ),
  ]
  const code = normaliseCode(texts.sortCode ?? '')
  const faults: CellFault<K | NameColumn>[] = []
  if (name === '') faults.push(faultAt(row, 'name', { code: 'organisation.nameMissing' }))
  if (codePointLength(name) > limits.name) faults.push(faultAt(row, 'name', tooLong(limits.name)))
  if (codePointLength(shortName) > limits.shortName) {
    faults.push(faultAt(row, 'shortName', tooLong(limits.shortName)))
  }
  if (aliases.length > limits.aliases || aliases.some((alias) => codePointLength(alias) > limits.alias)) {
    faults.push(faultAt(row, 'aliases', tooLong(limits.alias)))
  }
  if (code !== '' && (!/^\d{1,5}$/.test(code) || Number(code) > limits.sortCode)) {
    faults.push(faultAt(row, 'sortCode', { code: 'organisation.notOrder', params: { text: code } }))
  }
  return { entry: { name, shortName, aliases, sortCode: code === '' ? at + 1 : Number(code) }, faults }
}

/** Units to register. @returns faults `unit.nameTaken`, `organisation.twice`, and those of names */
export const readUnits = (rows: readonly TableRow<UnitColumn>[], taken: ReadonlySet<string>) => {
  const seen = new Map<string, number>()
  return readLines<UnitColumn, UnitEntry>(rows, (row, at) => {
    const { entry, faults } = readNames<UnitColumn>(row, at)
    const first = seen.get(entry.name)
    seen.set(entry.name, first ?? row.row)
    const params = { name: entry.name }
    return {
      value: entry,
      faults: [
        ...faults,
        ...(taken.has(entry.name) ? [faultAt(row.row, 'name' as const, { code: 'unit.nameTaken', params })] : []),
        ...(first === undefined || entry.name === ''
          ? []
          : [
              faultAt(row.row, 'name' as const, {
                code: 'organisation.twice',
                params: { ...params, row: String(first) },
              }),
            ]),
      ],
    }
  })
}

/** The unit that a text means: full name first, then short name or alias where exactly one unit bears it. */
export const findUnit = (
  units: readonly KnownUnit[],
  text: string,
): { readonly unit: KnownUnit } | { readonly error: DomainError } => {
  const name = normaliseName(text)
  const full = units.find((unit) => unit.names[0] === name)
  const known = full ? [full] : units.filter((unit) => unit.names.includes(name))
  const [unit] = known
  if (unit === undefined) return { error: { code: 'organisation.unitUnknown', params: { name } } }
  if (known.length > 1) return { error: { code: 'organisation.unitAmbiguous', params: { name } } }
  return unit.state === 'closed' ? { error: { code: 'unit.closed' } } : { unit }
}

/** Sections to register. `taken` holds `<unit id>\n<name>` of those that stand. */
export const readSections = (
  rows: readonly TableRow<SectionColumn>[],
  units: readonly KnownUnit[],
  taken: ReadonlySet<string>,
) => {
  const seen = new Map<string, number>()
  return readLines<SectionColumn, SectionEntry>(rows, (row, at) => {
    const { entry, faults } = readNames<SectionColumn>(row, at)
    const found = findUnit(units, row.texts.unit ?? '')
    if ('error' in found) return { faults: [...faults, faultAt(row.row, 'unit', found.error)] }
    const key = `${found.unit.id}\n${entry.name}`
    const first = seen.get(key)
    seen.set(key, first ?? row.row)
    const params = { name: entry.name }
    return {
      value: { ...entry, unitId: found.unit.id },
      faults: [
        ...faults,
        ...(taken.has(key) ? [faultAt(row.row, 'name' as const, { code: 'section.nameTaken', params })] : []),
        ...(first === undefined || entry.name === ''
          ? []
          : [
              faultAt(row.row, 'name' as const, {
                code: 'organisation.twice',
                params: { ...params, row: String(first) },
              }),
            ]),
      ],
    }
  })
}
