import type { PlanContent } from '@quanheng/domain/plan/model'
import { type Form, table, text } from './form.ts'

/** Names by id. */
export type Names = Readonly<Record<string, string>>

/** In the file the other way round, as people look them up: `市交通局: 3f2a…`. */
export const namesForm: Form<Names> = {
  ...table(text),
  read: (doc, path, report) => {
    const ids = table(text).read(doc, path, report)
    return ids && turned(ids)
  },
  write: (names) => table(text).write(turned(names)),
}

const turned = (pairs: Names): Names => Object.fromEntries(Object.entries(pairs).map(([a, b]) => [b, a]))

/** Members of a content that hold an id of the organisation. */
const idMembers = new Set([
  'ownerUnitId',
  'unitId',
  'unitIds',
  'sectionId',
  'leadUnitId',
  'leaderInChargeId',
  'personResponsibleId',
  'handlerId',
  'liaisonId',
  'contactId',
])

function replaced(value: unknown, by: ReadonlyMap<string, string>, isId: boolean): unknown {
  if (typeof value === 'string') return isId ? (by.get(value) ?? value) : value
  if (Array.isArray(value)) return value.map((each) => replaced(each, by, isId))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, replaced(member, by, idMembers.has(name))]),
  )
}

const replace = (content: PlanContent, by: ReadonlyMap<string, string>): PlanContent =>
  replaced(content, by, false) as PlanContent

/** Names that tell one id from every other: a name that two ids share, or that is itself an id, stands for none. */
export function tellingNames(content: PlanContent, names: Names): Names {
  const taken = new Map<string, number>()
  const count = (name: string): void => void taken.set(name, (taken.get(name) ?? 0) + 1)
  Object.values(names).forEach(count)
  idsOf(content).forEach(count)
  return Object.fromEntries(
    Object.entries(names).filter(([id, name]) => name !== '' && name !== id && taken.get(name) === 1),
  )
}

function idsOf(content: PlanContent): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (value: unknown, isId: boolean): void => {
    if (typeof value === 'string') {
      if (isId) found.add(value)
    } else if (Array.isArray(value)) for (const each of value) walk(each, isId)
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) walk(member, idMembers.has(name))
  }
  walk(content, false)
  return found
}

export const withNames = (content: PlanContent, names: Names): PlanContent =>
  replace(content, new Map(Object.entries(names)))

export const withIds = (content: PlanContent, names: Names): PlanContent =>
  replace(content, new Map(Object.entries(turned(names))))
