import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import type { Reader } from '../../platform/database/database.ts'
import type { FieldChange } from './fields.ts'

export type Told = { readonly text: string } | { readonly vocabulary: string; readonly member: string }

const nameTables = {
  unitId: 'unit',
  ownerUnitId: 'unit',
  sectionId: 'section',
  personId: 'person',
  witness: 'person',
  memberIds: 'person',
  picked: 'unit',
} as const satisfies Record<string, 'unit' | 'section' | 'person'>

const isNamed = (field: string): field is keyof typeof nameTables => Object.hasOwn(nameTables, field)

const textsOf = (value: unknown): readonly string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string')

/** Today's names of the units, sections and people that the changes speak of. */
export const namesIn = async (db: Reader, changes: readonly FieldChange[]): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>()
  for (const table of ['unit', 'section', 'person'] as const) {
    const ids = changes
      .filter(({ field }) => isNamed(field) && nameTables[field] === table)
      .flatMap(({ before, after }) => [...textsOf(before), ...textsOf(after)])
    if (ids.length === 0) continue
    const rows = await db
      .selectFrom(table)
      .select(['id', 'name'])
      .where('id', 'in', [...new Set(ids)])
      .execute()
    for (const row of rows) names.set(row.id, row.name)
  }
  return names
}

const vocabularies: Readonly<Record<string, Readonly<Record<string, string>>>> = zhCNLabels

/** The vocabulary that a field's values are members of, where the noun's own words know the value. */
const vocabularyOf = (noun: string, field: string, value: string): string | undefined => {
  const candidates: Readonly<Record<string, readonly string[]>> = {
    // An act on a sheet may tell of its signature or its verification, which have states of their own.
    state: [`${noun}State`, 'nounState', 'signatureState', 'verificationState'],
    kind: [noun === 'post' ? 'post' : `${noun}Kind`, `${noun}Answer`],
    release: ['release'],
    changed: ['planPart'],
    scope: ['verificationScope'],
    unitSide: ['unitSide'],
    finding: ['finding'],
    answer: ['answer'],
    addressee: ['datumAddressee'],
  }
  return candidates[field]?.find((name) => Object.hasOwn(vocabularies[name] ?? {}, value))
}

/** The parts of a plan in which the places lie: `tasks[…].target` is in 考核对象及任务分配表; the comparison of versions says where. */
const partsIn = (places: readonly string[]): readonly string[] => [
  ...new Set(places.map((place) => /^\w+/.exec(place)?.[0] ?? place)),
]

/** A value in official words; null where nothing stands. Lists of members keep one space between them. */
export const tell = (noun: string, field: string, value: unknown, names: ReadonlyMap<string, string>): Told | null => {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return { vocabulary: 'truth', member: String(value) }
  if (isNamed(field)) {
    const found = textsOf(value).map((id) => names.get(id) ?? id)
    return found.length === 0 ? null : { text: found.join('、') }
  }
  if (Array.isArray(value)) {
    const members = field === 'changed' ? partsIn(value) : (value as readonly string[])
    const [first] = members
    if (first === undefined) return null
    const vocabulary = vocabularyOf(noun, field, first)
    return vocabulary === undefined ? { text: members.join('、') } : { vocabulary, member: members.join(' ') }
  }
  const text = String(value)
  const vocabulary = vocabularyOf(noun, field, text)
  return vocabulary === undefined ? { text } : { vocabulary, member: text }
}
