import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import type { Verification } from '@quanheng/domain/verification/model'
import type { DrawLine, ObjectLine } from '@quanheng/papers/archive/model'
import type { Reader } from '../../platform/database/database.ts'
import { recordOfDraw } from '../verification/index.ts'

type Names = ReadonlyMap<string, string>

const namesIn = async (db: Reader, table: 'unit' | 'person'): Promise<Names> => {
  const rows = await db.selectFrom(table).select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Names of everybody whom a text of the package names by id; phones and mailboxes stay outside. */
export const peopleOf = async (
  db: Reader,
  texts: Iterable<string>,
): Promise<readonly { id: string; name: string }[]> => {
  const ids = new Set<string>()
  for (const text of texts)
    for (const [id] of text.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g)) ids.add(id)
  const names = await namesIn(db, 'person')
  return [...names].flatMap(([id, name]) => (ids.has(id) ? [{ id, name }] : [])).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The record of every draw of the year, those that were made void too. */
export const drawsOf = async (db: Reader, things: readonly ObjectLine[]): Promise<readonly DrawLine[]> => {
  const names = new Map([...(await namesIn(db, 'unit')), ...(await namesIn(db, 'person'))])
  const sheets = await db
    .selectFrom('sheet')
    .innerJoin('plan', 'plan.id', 'sheet.plan_id')
    .select(['sheet.id', 'sheet.leaf_name', 'plan.title'])
    .execute()
  const titles = new Map(sheets.map((row) => [row.id, { plan: row.title, indicator: row.leaf_name }]))
  return things
    .filter(({ noun }) => noun === 'verification')
    .flatMap(({ id, text }) => {
      const verification = JSON.parse(text) as Verification
      return verification.draws.flatMap((draw): readonly DrawLine[] => {
        const title = titles.get(verification.sheetId) ?? { plan: '', indicator: '' }
        const record = recordOfDraw(verification, draw, title, (one) => names.get(one) ?? '')
        return record ? [{ id: draw.id, verification: id, record: canonicalJson(record) }] : []
      })
    })
}
