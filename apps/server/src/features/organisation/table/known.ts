import type { PostKind } from '@quanheng/domain/ability/posts'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import type { Known, KnownPerson, KnownSection } from '@quanheng/domain/organisation/read-people'
import type { KnownUnit } from '@quanheng/domain/organisation/read-units'
import type { Reader } from '../../../platform/database/database.ts'
import { postWords, yes } from './columns.ts'

const namesOf = (row: { readonly name: string; readonly short_name: string; readonly aliases: readonly string[] }) => [
  row.name,
  row.short_name,
  ...row.aliases,
]

export const knownUnits = async (db: Reader): Promise<readonly KnownUnit[]> =>
  (await db.selectFrom('unit').selectAll().execute()).map((row) => ({
    id: row.id,
    names: namesOf(row),
    state: row.state,
  }))

/** Sections at work, by all the names they are known under. */
export const knownSections = async (db: Reader): Promise<readonly KnownSection[]> =>
  (await db.selectFrom('section').selectAll().where('state', '=', 'active').execute()).map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    names: namesOf(row),
  }))

/** People by login with the posts they hold. */
const knownPeople = async (db: Reader, logins: readonly string[]): Promise<readonly KnownPerson[]> => {
  if (logins.length === 0) return []
  const people = await db
    .selectFrom('person')
    .innerJoin('login_name', 'login_name.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.state', 'login_name.login'])
    .where('login_name.login', 'in', [...new Set(logins)])
    .execute()
  if (people.length === 0) return []
  const ids = people.map((person) => person.id)
  const posts = await db.selectFrom('post').selectAll().where('person_id', 'in', ids).execute()
  const held = Map.groupBy(posts, (post) => post.person_id)
  return people.map((person) => ({
    ...person,
    posts: (held.get(person.id) ?? []).map((post) => ({
      kind: post.kind,
      unitId: post.unit_id,
      sectionId: post.section_id,
      from: post.from_date,
      to: post.to_date,
    })),
  }))
}

const kinds = new Map(Object.entries(postWords).map(([kind, word]) => [word as string, kind as PostKind]))

export const known = async (db: Reader, logins: readonly string[]): Promise<Known> => ({
  people: await knownPeople(db, logins.map(normaliseName)),
  units: await knownUnits(db),
  sections: await knownSections(db),
  kindOf: (word) => kinds.get(word),
  isYes: (word) => word === yes,
})

export const takenUnitNames = async (db: Reader): Promise<ReadonlySet<string>> =>
  new Set((await db.selectFrom('unit').select('name').execute()).map((row) => row.name))

export const takenSections = async (db: Reader): Promise<ReadonlySet<string>> =>
  new Set(
    (await db.selectFrom('section').select(['unit_id', 'name']).execute()).map((row) => `${row.unit_id}\n${row.name}`),
  )

export const takenLogins = async (db: Reader): Promise<ReadonlySet<string>> =>
  new Set((await db.selectFrom('login_name').select('login').execute()).map((row) => row.login))
