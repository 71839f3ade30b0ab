import { sameNaturalPerson } from '@quanheng/domain/organisation/separation'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

/** These accounts and every other account of the same natural persons. */
export const accountsOf = async (db: Reader, personIds: readonly string[]): Promise<readonly string[]> => {
  if (personIds.length === 0) return []
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'phone', 'mail'])
    .where('name', 'in', (inner) =>
      inner
        .selectFrom('person')
        .select('name')
        .where('id', 'in', [...personIds]),
    )
    .execute()
  const accounts = rows.map(({ id, ...one }) => ({ personId: id, ...one }))
  const known = accounts.filter(({ personId }) => personIds.includes(personId))
  return accounts
    .filter((one) => known.some((other) => other.personId === one.personId || sameNaturalPerson(other, one)))
    .map(({ personId }) => personId)
}

/** Everybody whose signature stands or ever stood under the row: on the sheet of the unit and on those that amended it. */
export const signersOf = async (
  db: Reader,
  { planId, leafKey, unitId }: { readonly planId: string; readonly leafKey: string; readonly unitId: string },
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('signature')
    .innerJoin('sheet', 'sheet.id', 'signature.subject_id')
    .select('signature.person_id')
    .distinct()
    .where('signature.subject_noun', '=', 'sheet')
    .where('sheet.plan_id', '=', planId)
    .where('sheet.leaf_key', '=', leafKey)
    .where(sql<boolean>`${unitId}::uuid = ANY(sheet.unit_ids)`)
    .execute()
  return rows.map(({ person_id }) => person_id)
}
