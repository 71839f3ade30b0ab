import type { PostKind } from '../ability/posts.ts'
import { isLocalDate } from '../kernel/local-date.ts'
import { codePointLength, normaliseCode, normaliseName } from '../kernel/normalise.ts'
import type { DomainError } from '../kernel/result.ts'
import { mayHold, type PostPeriod } from './post.ts'
import { findUnit, type KnownUnit } from './read-units.ts'
import { type CellFault, faultAt, readLines, type TableRow } from './table-row.ts'

export const personColumns = ['name', 'login', 'phone', 'mail'] as const
export type PersonColumn = (typeof personColumns)[number]

export const postColumns = ['login', 'name', 'kind', 'unit', 'section', 'title', 'acting', 'from', 'to'] as const
export type PostColumn = (typeof postColumns)[number]

export interface PersonEntry {
  readonly name: string
  readonly login: string
  readonly phone: string | null
  readonly mail: string | null
}

const limits = { name: 50, login: 64, phone: 40, mail: 100, title: 60 } as const

/** People to register. `taken` holds the logins that were ever given. */
export const readPeople = (rows: readonly TableRow<PersonColumn>[], taken: ReadonlySet<string>) => {
  const seen = new Map<string, number>()
  return readLines<PersonColumn, PersonEntry>(rows, ({ row, texts }) => {
    const entry = {
      name: normaliseName(texts.name ?? ''),
      login: normaliseName(texts.login ?? ''),
      phone: normaliseCode(texts.phone ?? '') || null,
      mail: normaliseCode(texts.mail ?? '') || null,
    }
    const faults: CellFault<PersonColumn>[] = []
    for (const column of ['name', 'login'] as const) {
      if (entry[column] === '') faults.push(faultAt(row, column, { code: 'organisation.nameMissing' }))
    }
    for (const column of personColumns) {
      if (codePointLength(entry[column] ?? '') > limits[column]) {
        const params = { limit: String(limits[column]) }
        faults.push(faultAt(row, column, { code: 'organisation.tooLong', params }))
      }
    }
    const first = seen.get(entry.login)
    seen.set(entry.login, first ?? row)
    if (taken.has(entry.login)) {
      faults.push(faultAt(row, 'login', { code: 'account.loginTaken', params: { login: entry.login } }))
    } else if (first !== undefined && entry.login !== '') {
      const params = { name: entry.login, row: String(first) }
      faults.push(faultAt(row, 'login', { code: 'organisation.twice', params }))
    }
    return { value: entry, faults }
  })
}

/** A person as far as giving posts needs it. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly login: string
  readonly state: 'active' | 'disabled'
  readonly posts: readonly PostPeriod[]
}

export interface KnownSection {
  readonly id: string
  readonly unitId: string
  readonly names: readonly string[]
}

export interface PostEntry extends PostPeriod {
  readonly personId: string
  readonly title: string | null
  readonly acting: boolean
}

export interface Known {
  readonly people: readonly KnownPerson[]
  readonly units: readonly KnownUnit[]
  readonly sections: readonly KnownSection[]
  /** The kind of post that a word means, in the language of the table. */
  readonly kindOf: (word: string) => PostKind | undefined
  readonly isYes: (word: string) => boolean
}

/** Column at which a rule about posts is told. */
const places: Readonly<Record<string, PostColumn>> = { to: 'to', from: 'from', sectionId: 'section', kind: 'kind' }

/**
 * Posts to give: each line sees those above it, so that 三员分立 and double holding are found inside the table too.
 * @returns faults of `mayHold`, `person.disabled`, `section.notOfUnit`, and those of unknown names
 */
export const readPosts = (rows: readonly TableRow<PostColumn>[], known: Known) => {
  const given = new Map<string, readonly PostPeriod[]>()
  return readLines<PostColumn, PostEntry>(rows, ({ row, texts }) => {
    const faults: CellFault<PostColumn>[] = []
    const wrong = (column: PostColumn, error: DomainError): undefined => {
      faults.push(faultAt(row, column, error))
      return undefined
    }
    const person = personOf(known, texts, wrong)
    const kind = known.kindOf(normaliseName(texts.kind ?? ''))
    if (kind === undefined) wrong('kind', { code: 'organisation.postUnknown', params: { text: texts.kind ?? '' } })
    const found = findUnit(known.units, texts.unit ?? '')
    const unitId = 'unit' in found ? found.unit.id : wrong('unit', found.error)
    const sectionId = unitId === undefined ? null : sectionOf(known, unitId, texts.section ?? '', wrong)
    const from = dayOf('from', texts.from ?? '', wrong)
    const to = (texts.to ?? '') === '' ? null : dayOf('to', texts.to ?? '', wrong)
    const title = normaliseName(texts.title ?? '') || null
    if (codePointLength(title ?? '') > limits.title) {
      wrong('title', { code: 'organisation.tooLong', params: { limit: String(limits.title) } })
    }
    if (faults.length > 0 || !person || !kind || !unitId || !from || sectionId === undefined || to === undefined) {
      return { faults }
    }
    const post = { kind, unitId, sectionId, from, to }
    const held = [...person.posts, ...(given.get(person.id) ?? [])]
    const acting = known.isYes(texts.acting ?? '')
    const allowed = mayHold(held, { ...post, acting })
    if (!allowed.ok) wrong(places[allowed.error.at ?? ''] ?? 'kind', allowed.error)
    else given.set(person.id, [...(given.get(person.id) ?? []), post])
    return { value: { ...post, personId: person.id, title, acting }, faults }
  })
}

type Wrong = (column: PostColumn, error: DomainError) => undefined

const personOf = (known: Known, texts: TableRow<PostColumn>['texts'], wrong: Wrong): KnownPerson | undefined => {
  const login = normaliseName(texts.login ?? '')
  const person = known.people.find((candidate) => candidate.login === login)
  if (person === undefined) return wrong('login', { code: 'organisation.loginUnknown', params: { login } })
  if (person.state === 'disabled') return wrong('login', { code: 'person.disabled' })
  const name = normaliseName(texts.name ?? '')
  if (name !== '' && name !== person.name) {
    return wrong('name', { code: 'organisation.otherName', params: { login, name: person.name } })
  }
  return person
}

const sectionOf = (known: Known, unitId: string, text: string, wrong: Wrong): string | null | undefined => {
  const name = normaliseName(text)
  if (name === '') return null
  const section = known.sections.find((candidate) => candidate.unitId === unitId && candidate.names.includes(name))
  return section?.id ?? wrong('section', { code: 'organisation.sectionUnknown', params: { name } })
}

const dayOf = (column: 'from' | 'to', text: string, wrong: Wrong): string | undefined =>
  isLocalDate(text) ? text : wrong(column, { code: 'organisation.notDay', params: { text } })
