import type { PlanContent } from './model.ts'

/** Lists whose order carries no meaning, by path; every other order (tree, steps, signatures, addressees) is content. */
const sets: Readonly<Record<string, readonly string[]>> = {
  tasks: ['leafKey', 'unitId'],
  responsibilities: ['nodeKey'],
  dataElements: ['key'],
  recusals: ['unitId'],
  bindings: ['input'],
}

export const isSet = (name: string): boolean => Object.hasOwn(sets, name)

const sortKey = (item: unknown, fields: readonly string[]): string =>
  fields.map((field) => String((item as Record<string, unknown>)[field])).join('\u0000')

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const sorted = (items: readonly unknown[], fields: readonly string[]): readonly unknown[] =>
  items
    .map((item) => ({ item, key: sortKey(item, fields) }))
    .sort((a, b) => byText(a.key, b.key))
    .map(({ item }) => item)

/** A copy without absent members, its sets in order; `name` is the member that holds it, where that says it is a set. */
export const plain = (value: unknown, name = ''): unknown => {
  if (Array.isArray(value)) {
    const items = value.map((item) => plain(item))
    const fields = sets[name]
    return fields ? sorted(items, fields) : items
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [[key, plain(member, key)]])),
  )
}

/**
 * The plain form whose canonical JSON is digested: plans that say the same give the same digest, whatever the order in
 * which rows of a table were entered. Absent members are left out. Units in a group keep their order (单位规范顺序).
 */
export const planDigestForm = (content: PlanContent): unknown => plain(content)
