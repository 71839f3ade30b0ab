import type { PeopleWorld } from '@quanheng/domain/people-proposal/judge'
import type { PeopleLine } from '@quanheng/domain/people-proposal/model'
import type { Reader } from '../../platform/database/database.ts'
import { heldPosts } from '../organisation/index.ts'

/** Who these logins are today, and the sections of the unit that may be named. */
export const worldOf = async (db: Reader, unitId: string, logins: readonly string[]): Promise<PeopleWorld> => {
  const asked = [...new Set(logins)]
  const people =
    asked.length === 0
      ? []
      : await db
          .selectFrom('login_name')
          .innerJoin('person', 'person.id', 'login_name.person_id')
          .select(['person.id', 'person.name', 'person.state', 'login_name.login'])
          .where('login_name.login', 'in', asked)
          .execute()
  const posts = await heldPosts(db, { personIds: people.map(({ id }) => id) })
  const sections = await db
    .selectFrom('section')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('state', '=', 'active')
    .execute()
  return {
    unitId,
    takenLogins: new Set(people.map(({ login }) => login)),
    sectionIds: new Set(sections.map(({ id }) => id)),
    people: people.map((person) => ({
      ...person,
      posts: posts
        .filter(({ personId }) => personId === person.id)
        .map(({ id, kind, unitId: at, sectionId, from, to }) => ({ id, kind, unitId: at, sectionId, from, to })),
    })),
  }
}

export const loginsOf = (lines: readonly PeopleLine[]): readonly string[] => lines.map(({ login }) => login)
