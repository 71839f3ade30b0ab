import type { PostKind } from '@quanheng/domain/ability/posts'
import type { Author } from '@quanheng/domain/kernel/command-context'
import type { Reader } from '../../platform/database/database.ts'

/** Names of today, by id. */
export interface Names {
  readonly unit: (id: string) => string
  readonly section: (id: string) => string
  readonly person: (id: string) => string
}

const read = async (db: Reader, table: 'unit' | 'section' | 'person', ids: ReadonlySet<string>) => {
  const rows =
    ids.size === 0
      ? []
      : await db
          .selectFrom(table)
          .select(['id', 'name'])
          .where('id', 'in', [...ids])
          .execute()
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return (id: string): string => names.get(id) ?? ''
}

interface Named {
  readonly units?: readonly string[]
  readonly sections?: readonly (string | null | undefined)[]
  readonly authors?: readonly Author[]
}

export const namesFor = async (db: Reader, { units = [], sections = [], authors = [] }: Named): Promise<Names> => {
  const known = [...sections, ...authors.map((author) => author.sectionId)]
  return {
    unit: await read(db, 'unit', new Set([...units, ...authors.map((author) => author.unitId)])),
    section: await read(db, 'section', new Set(known.filter((id): id is string => typeof id === 'string'))),
    person: await read(db, 'person', new Set(authors.map((author) => author.personId))),
  }
}

export interface NamedAuthor {
  readonly personId: string
  readonly name: string
  readonly post: PostKind
  readonly unitName: string
  readonly sectionName: string | null
}

export const named = (names: Names, { personId, post, unitId, sectionId }: Author): NamedAuthor => ({
  personId,
  name: names.person(personId),
  post,
  unitName: names.unit(unitId),
  sectionName: sectionId === undefined ? null : names.section(sectionId),
})
