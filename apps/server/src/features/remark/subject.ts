import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

/** The name of what a remark is about, and the page where it is seen. */
export const subjectName = sql<string>`CASE remark.subject_noun
  WHEN 'sheet' THEN (SELECT sheet.leaf_name FROM sheet WHERE sheet.id = remark.subject_id)
  WHEN 'item' THEN (SELECT unit.name || ' ' || coalesce((SELECT sheet.leaf_name FROM sheet
      WHERE sheet.plan_id = item.plan_id AND sheet.leaf_key = item.leaf_key ORDER BY sheet.id LIMIT 1), '')
    FROM item JOIN unit ON unit.id = item.unit_id WHERE item.id = remark.subject_id)
  WHEN 'draw' THEN (SELECT sheet.leaf_name FROM draw JOIN verification v ON v.id = draw.verification_id
    JOIN sheet ON sheet.id = v.sheet_id WHERE draw.id = remark.subject_id)
  ELSE plan.title END`

export const subjectLink = sql<string | null>`CASE remark.subject_noun
  WHEN 'sheet' THEN '/scoring/' || remark.subject_id
  WHEN 'item' THEN '/scoring/' || (SELECT sheet.id FROM item JOIN sheet ON sheet.plan_id = item.plan_id AND sheet.leaf_key = item.leaf_key
    AND item.unit_id = ANY(sheet.unit_ids) WHERE item.id = remark.subject_id ORDER BY sheet.id LIMIT 1)
  WHEN 'draw' THEN '/verification/' || (SELECT draw.verification_id FROM draw WHERE draw.id = remark.subject_id)
  ELSE NULL END`

/** Sheets of a plan, and the draws made on them, by name. */
export const subjectsOf = async (db: Reader, planId: string) => {
  const sheets = await db
    .selectFrom('sheet')
    .select(['id as sheetId', 'leaf_name as name'])
    .where('plan_id', '=', planId)
    .orderBy('key')
    .orderBy('id')
    .execute()
  const draws = await db
    .selectFrom('draw')
    .innerJoin('verification', 'verification.id', 'draw.verification_id')
    .innerJoin('sheet', 'sheet.id', 'verification.sheet_id')
    .select(['draw.id as drawId', 'draw.at', 'sheet.leaf_name as name'])
    .where('verification.plan_id', '=', planId)
    .orderBy('draw.seq')
    .execute()
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
  return { sheets, draws: draws.map(({ drawId, name, at }) => ({ drawId, name: `${name} ${day.format(at)}` })) }
}

/** The units that stand on a sheet, each by its item. */
export const itemsOn = async (db: Reader, sheetId: string) =>
  db
    .selectFrom('sheet')
    .innerJoin('item', (join) =>
      join.onRef('item.plan_id', '=', 'sheet.plan_id').onRef('item.leaf_key', '=', 'sheet.leaf_key'),
    )
    .innerJoin('unit', 'unit.id', 'item.unit_id')
    .select(['item.id as itemId', 'unit.name as unitName'])
    .where('sheet.id', '=', sheetId)
    .where(sql<boolean>`item.unit_id = ANY(sheet.unit_ids)`)
    .orderBy('unit.sort_code')
    .execute()

/** Whether a sheet, item or draw belongs to the plan that a remark is filed under. */
export const isOfPlan = async (db: Reader, planId: string, noun: 'sheet' | 'item' | 'draw', id: string) => {
  const found =
    noun === 'draw'
      ? await db
          .selectFrom('draw')
          .innerJoin('verification', 'verification.id', 'draw.verification_id')
          .select('draw.id')
          .where('draw.id', '=', id)
          .where('verification.plan_id', '=', planId)
          .executeTakeFirst()
      : await db.selectFrom(noun).select('id').where('id', '=', id).where('plan_id', '=', planId).executeTakeFirst()
  return found !== undefined
}
