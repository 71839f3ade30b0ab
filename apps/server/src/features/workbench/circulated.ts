import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { listCirculated } from '@quanheng/contract/workbench'
import { sql } from 'kysely'
import type { Database, Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { approvalsVisibleTo, paperIsVisible } from '../approval/index.ts'
import { circularReached, circularsVisibleTo } from '../circular/index.ts'
import { planIsVisible, plansVisibleTo } from '../plan/index.ts'

type Row = ReplyOf<typeof listCirculated>['rows'][number]

interface Found {
  kind: Row['kind']
  id: string
  title: string
  document_number: string
  issued_on: string
  from: string
  link: string
  read_at: Date | null
}

/** Versions in force of the plans that this person may see, papers that were issued by or sent to an own body, circulars received. */
const circulatedTo = (actor: Actor) => sql`
  SELECT issued.*, read_mark.at AS read_at FROM (
    SELECT 'plan' AS kind, plan_version.id, plan.title, plan_version.document_number, plan_version.issued_on,
      unit.name AS from, '/plans/' || plan.id AS link, plan_version.issued_at AS at
    FROM plan JOIN plan_version ON plan_version.plan_id = plan.id AND plan_version.number = plan.issued_number
    JOIN unit ON unit.id = plan.owner_unit_id
    WHERE ${planIsVisible(plansVisibleTo(actor))}
    UNION ALL
    SELECT issued_paper.kind, issued_paper.id, issued_paper.title, issued_paper.document_number, issued_paper.issued_on,
      unit.name, '/papers', issued_paper.at
    FROM issued_paper JOIN unit ON unit.id = issued_paper.owner_unit_id
    WHERE ${paperIsVisible(approvalsVisibleTo(actor))}
    UNION ALL
    SELECT 'circular', circular.id, circular.content ->> 'title',
      coalesce(circular.standing #>> '{issued,documentNumber}', '第' || circular.issue || '期'), circular.issued_on,
      unit.name, '/circulars/' || circular.id, circular.issued_on::timestamptz
    FROM circular JOIN unit ON unit.id = circular.unit_id
    WHERE ${circularReached(circularsVisibleTo(actor))}
  ) issued LEFT JOIN read_mark ON read_mark.subject_id = issued.id AND read_mark.person_id = ${actor.personId}`

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** 传阅: the latest first. */
export const circulatedPage = async (
  db: Reader,
  actor: Actor,
  { page, size, unread, q = '' }: QueryOf<typeof listCirculated>,
): Promise<ReplyOf<typeof listCirculated>> => {
  const pattern = like(q.trim())
  const wanted = sql`(${unread === undefined} OR read_at IS NULL)
    AND (title LIKE ${pattern} OR document_number LIKE ${pattern})`
  const counted = await sql<{ total: number; unread: number }>`
    SELECT count(*) FILTER (WHERE ${wanted}) AS total, count(*) FILTER (WHERE read_at IS NULL) AS unread
    FROM (${circulatedTo(actor)}) circulated`.execute(db)
  const { rows } = await sql<Found>`
    SELECT * FROM (${circulatedTo(actor)}) circulated WHERE ${wanted}
    ORDER BY at DESC, id LIMIT ${size} OFFSET ${(page - 1) * size}`.execute(db)
  return {
    total: counted.rows[0]?.total ?? 0,
    unread: counted.rows[0]?.unread ?? 0,
    rows: rows.map(({ document_number, issued_on, read_at, ...row }) => ({
      kind: row.kind,
      id: row.id,
      title: row.title,
      documentNumber: document_number,
      issuedOn: issued_on,
      from: row.from,
      link: row.link,
      readAt: read_at === null ? null : new Date(read_at).toISOString(),
    })),
  }
}

/** Marks what is circulated to this person; anything else is passed over. The first reading counts. */
export const markCirculated = async (db: Database, actor: Actor, ids: readonly string[], at: Date): Promise<void> => {
  await sql`
    INSERT INTO read_mark (person_id, subject_id, at)
    SELECT ${actor.personId}::uuid, circulated.id, ${at}::timestamptz FROM (${circulatedTo(actor)}) circulated
    WHERE circulated.id = ANY(${[...ids]}::uuid[])
    ON CONFLICT (person_id, subject_id) DO NOTHING`.execute(db)
}
