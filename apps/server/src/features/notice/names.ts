import { normaliseName } from '@quanheng/domain/kernel/normalise'
import type { NamesKnown } from '@quanheng/domain/notice/draft-parts'
import { namesAmong } from '@quanheng/domain/notice/names'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { type NamedIds, namedIds } from '@quanheng/domain/plan/named'
import type { Reader } from '../../platform/database/database.ts'
import { heldPosts } from '../organisation/index.ts'

/** The organisation of today by its names, for what a notice prints. */
export const registeredNames = async (db: Reader, today: string): Promise<NamesKnown> => {
  const columns = ['id', 'name', 'short_name', 'aliases'] as const
  const named = (row: { id: string; name: string; short_name: string; aliases: readonly string[] }) => ({
    id: row.id,
    names: [row.name, row.short_name, ...row.aliases].map(normaliseName),
  })
  const units = await db.selectFrom('unit').select(columns).where('state', '=', 'active').execute()
  const sections = await db
    .selectFrom('section')
    .select([...columns, 'unit_id'])
    .where('state', '=', 'active')
    .execute()
  const people = await heldPosts(db, { on: today })
  return namesAmong({
    units: units.map(named),
    sections: sections.map((row) => ({ ...named(row), unitId: row.unit_id })),
    people: people.map(({ personId, personName, unitId }) => ({
      id: personId,
      names: [normaliseName(personName)],
      unitId,
    })),
  })
}

/** Everybody that these contents name. */
export const idsIn = (...contents: readonly PlanContent[]): NamedIds => {
  const all = contents.map(namedIds)
  return {
    units: all.flatMap(({ units }) => units),
    sections: all.flatMap(({ sections }) => sections),
    people: all.flatMap(({ people }) => people),
  }
}
