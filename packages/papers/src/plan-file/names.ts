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

export type NamedKind = 'unit' | 'section' | 'person'

/** Members of a content that hold an id of the organisation, and of what. */
const idMembers: Readonly<Record<string, NamedKind>> = {
  ownerUnitId: 'unit',
  unitId: 'unit',
  unitIds: 'unit',
  sectionId: 'section',
  leadUnitId: 'unit',
  leaderInChargeId: 'person',
  personResponsibleId: 'person',
  handlerId: 'person',
  liaisonId: 'person',
  contactId: 'person',
}

/** An id of the organisation, of what it is, and where in the content it stands. */
export interface IdPlace {
  readonly id: string
  readonly kind: NamedKind
  /** `tasks[3].unitId` */
  readonly at: string
}

function mapped(value: unknown, map: (place: IdPlace) => string, at: string, kind: NamedKind | undefined): unknown {
  if (typeof value === 'string') return kind ? map({ id: value, kind, at }) : value
  if (Array.isArray(value)) return value.map((each, index) => mapped(each, map, `${at}[${index}]`, kind))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      mapped(
        member,
        map,
        at === '' ? name : `${at}.${name}`,
        Object.hasOwn(idMembers, name) ? idMembers[name] : undefined,
      ),
    ]),
  )
}

/** The content with every id of the organisation replaced. */
export const mapIds = (content: PlanContent, map: (place: IdPlace) => string): PlanContent =>
  mapped(content, map, '', undefined) as PlanContent

const replace = (content: PlanContent, by: ReadonlyMap<string, string>): PlanContent =>
  mapIds(content, ({ id }) => by.get(id) ?? id)

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
  mapIds(content, ({ id }) => {
    found.add(id)
    return id
  })
  return found
}

export const withNames = (content: PlanContent, names: Names): PlanContent =>
  replace(content, new Map(Object.entries(names)))

export const withIds = (content: PlanContent, names: Names): PlanContent =>
  replace(content, new Map(Object.entries(turned(names))))
