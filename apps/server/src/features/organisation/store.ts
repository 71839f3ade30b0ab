import type { PostKind } from '@quanheng/domain/ability/posts'
import { maskPhone } from '@quanheng/domain/organisation/phone'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

interface Page {
  readonly page: number
  readonly size: number
  readonly q?: string | undefined
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const offset = (page: Page): number => (page.page - 1) * page.size

/** Units are public inside the installation: every page shows them. */
export const listUnits = async (db: Reader, page: Page & { readonly state?: 'active' | 'closed' | undefined }) => {
  let found = db.selectFrom('unit')
  if (page.state !== undefined) found = found.where('state', '=', page.state)
  if (page.q !== undefined && page.q !== '') {
    const pattern = like(page.q)
    found = found.where((where) =>
      where.or([
        where('name', 'like', pattern),
        where('short_name', 'like', pattern),
        where(sql<string>`array_to_string(aliases, ' ')`, 'like', pattern),
      ]),
    )
  }
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll()
    .select([
      sql<number>`(SELECT count(*) FROM section WHERE section.unit_id = unit.id)`.as('sections'),
      sql<number>`(SELECT count(*) FROM post WHERE post.unit_id = unit.id)`.as('posts'),
    ])
    .orderBy('sort_code')
    .orderBy('id')
    .limit(page.size)
    .offset(offset(page))
    .execute()
  return { total, rows: rows.map((row) => ({ ...row, shortName: row.short_name, sortCode: row.sort_code })) }
}

/** null where there is no such unit. */
export const listSections = async (db: Reader, unitId: string) => {
  const unit = await db.selectFrom('unit').select('id').where('id', '=', unitId).executeTakeFirst()
  if (unit === undefined) return null
  const rows = await db
    .selectFrom('section')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('sort_code')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, unitId: row.unit_id, shortName: row.short_name, sortCode: row.sort_code }))
}

export interface PeopleFilter extends Page {
  readonly unitId?: string | undefined
  readonly kind?: PostKind | undefined
  readonly state?: 'active' | 'disabled' | undefined
}

/** With logins and contacts: only for those who manage people. */
/** Telephones masked, on the page and in what is exported from it. */
export const listPeople = async (db: Reader, filter: PeopleFilter) => {
  let found = db.selectFrom('person').innerJoin('login_name', 'login_name.person_id', 'person.id')
  if (filter.state !== undefined) found = found.where('person.state', '=', filter.state)
  if (filter.q !== undefined && filter.q !== '') {
    const pattern = like(filter.q)
    found = found.where((where) => where.or([where('person.name', 'like', pattern), where('login', 'like', pattern)]))
  }
  if (filter.unitId !== undefined || filter.kind !== undefined) {
    const { unitId, kind } = filter
    found = found.where('person.id', 'in', (posts) => {
      let holders = posts.selectFrom('post').select('person_id')
      if (unitId !== undefined) holders = holders.where('unit_id', '=', unitId)
      return kind === undefined ? holders : holders.where('kind', '=', kind)
    })
  }
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('person')
    .select('login')
    .select(sql<boolean>`EXISTS (SELECT 1 FROM credential c WHERE c.person_id = person.id)`.as('hasPassword'))
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(filter.size)
    .offset(offset(filter))
    .execute()
  const posts = await heldPosts(db, { personIds: rows.map((row) => row.id) })
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      phone: row.phone === null ? null : maskPhone(row.phone),
      posts: posts.filter((post) => post.personId === row.id),
    })),
  }
}

export interface HeldFilter {
  readonly personIds?: readonly string[]
  readonly unitId?: string | undefined
  readonly unitIds?: readonly string[]
  readonly sectionId?: string | undefined
  readonly kind?: PostKind | undefined
  /** Only posts held on this day. */
  readonly on?: string
}

export const heldPosts = async (db: Reader, filter: HeldFilter) => {
  if (filter.personIds?.length === 0 || filter.unitIds?.length === 0) return []
  let found = db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .leftJoin('section', 'section.id', 'post.section_id')
  if (filter.personIds !== undefined) found = found.where('post.person_id', 'in', [...filter.personIds])
  if (filter.unitId !== undefined) found = found.where('post.unit_id', '=', filter.unitId)
  if (filter.unitIds !== undefined) found = found.where('post.unit_id', 'in', [...filter.unitIds])
  if (filter.sectionId !== undefined) found = found.where('post.section_id', '=', filter.sectionId)
  if (filter.kind !== undefined) found = found.where('post.kind', '=', filter.kind)
  if (filter.on !== undefined) {
    const day = filter.on
    found = found
      .where('post.from_date', '<=', day)
      .where((where) => where.or([where('post.to_date', 'is', null), where('post.to_date', '>=', day)]))
      .where('person.state', '=', 'active')
  }
  const rows = await found
    .selectAll('post')
    .select(['person.name as personName', 'unit.name as unitName', 'section.name as sectionName'])
    .orderBy('unit.sort_code')
    .orderBy('post.from_date')
    .orderBy('post.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    personName: row.personName,
    unitId: row.unit_id,
    unitName: row.unitName,
    sectionId: row.section_id,
    sectionName: row.sectionName,
    kind: row.kind,
    title: row.title,
    acting: row.acting,
    from: row.from_date,
    to: row.to_date,
    version: row.version,
  }))
}
