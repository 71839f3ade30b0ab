import type { ReplyOf } from '@quanheng/contract/route'
import type { listBreaches } from '@quanheng/contract/separation'
import { type Breach, breachesOf, unsignable } from '@quanheng/domain/organisation/separation'
import type { Reader } from '../../platform/database/database.ts'
import { roleWorld } from './world.ts'

type Reply = ReplyOf<typeof listBreaches>

/** The chain of a breach with names: which account, by which post, where. */
export const namedBreaches = async (db: Reader, breaches: readonly Breach[]): Promise<Reply['breaches']> => {
  if (breaches.length === 0) return []
  const links = breaches.flatMap(({ first, second }) => [first, second])
  const people = await db
    .selectFrom('person')
    .innerJoin('login_name', 'login_name.person_id', 'person.id')
    .select(['person.id', 'person.name', 'login_name.login'])
    .where(
      'person.id',
      'in',
      links.map(({ personId }) => personId),
    )
    .execute()
  const units = await db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      links.map(({ unitId }) => unitId),
    )
    .execute()
  const link = ({ personId, kind, unitId }: Breach['first']) => {
    const person = people.find(({ id }) => id === personId)
    return {
      personId,
      name: person?.name ?? '',
      login: person?.login ?? '',
      post: kind,
      unitName: units.find(({ id }) => id === unitId)?.name ?? '',
    }
  }
  return breaches.map(({ code, first, second, sameBy, sheet }) => ({
    code,
    first: link(first),
    second: link(second),
    sameBy,
    sheetName: sheet?.name ?? null,
  }))
}

export const list = async (db: Reader, today: string): Promise<Reply> => {
  const world = await roleWorld(db, today)
  const stuck = unsignable(world).map(({ key }) => key)
  const rows =
    stuck.length === 0
      ? []
      : await db
          .selectFrom('sheet')
          .innerJoin('unit', 'unit.id', 'sheet.scorer_unit_id')
          .innerJoin('plan', 'plan.id', 'sheet.plan_id')
          .select(['sheet.id', 'sheet.leaf_name', 'unit.name as scorerName', 'plan.title as planTitle'])
          .where('sheet.id', 'in', stuck)
          .orderBy('plan.title')
          .orderBy('sheet.key')
          .execute()
  return {
    breaches: await namedBreaches(db, breachesOf(world)),
    unsignable: rows.map(({ id, leaf_name, scorerName, planTitle }) => ({
      sheetId: id,
      name: leaf_name,
      scorerName,
      planTitle,
    })),
    accounts: world.accounts.length,
    sheets: world.sheets.length,
  }
}
