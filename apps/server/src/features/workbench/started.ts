import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import type { listStarted } from '@quanheng/contract/workbench'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { ActWords } from '../act/index.ts'
import { type StartedNoun, standingOf } from './started-now.ts'

/** The acts that set something going which others then carry on, and what they set going. */
const starters: Readonly<Record<string, StartedNoun>> = {
  'plan.begin': 'plan',
  'plan.revise': 'plan',
  'datum.report': 'datum',
  'datum.reportOnBehalf': 'datum',
  'datum.readTable': 'datum',
  'sheet.score': 'sheet',
  'verification.plan': 'verification',
  'leadReport.enterPaper': 'leadReport',
  'approval.start': 'approval',
}

interface Started {
  readonly noun: StartedNoun
  readonly id: string
  readonly action: string
  readonly at: Date
}

/** 我发起的: each object once, by the last time this person set it going, and where it stands now. */
export const startedPage = async (
  db: Reader,
  actor: Actor,
  words: ActWords,
  { page, size, noun }: QueryOf<typeof listStarted>,
): Promise<ReplyOf<typeof listStarted>> => {
  const pairs = Object.entries(starters).filter(([, starts]) => noun === undefined || starts === noun)
  const found = sql`
    SELECT DISTINCT ON (change->>'id') change->>'noun' AS noun, change->>'id' AS id, act.action, act.at, act.seq
    FROM act
    JOIN unnest(${pairs.map(([action]) => action)}::text[], ${pairs.map(([, starts]) => starts)}::text[]) AS starter (action, noun)
      ON starter.action = act.action
    CROSS JOIN LATERAL jsonb_array_elements(act.changes) change
    WHERE act.person_id = ${actor.personId} AND change->>'noun' = starter.noun
    ORDER BY change->>'id', act.seq DESC`
  const counted = await sql<{ total: number }>`SELECT count(*) AS total FROM (${found}) started`.execute(db)
  const { rows } = await sql<Started>`
    SELECT * FROM (${found}) started ORDER BY seq DESC LIMIT ${size} OFFSET ${(page - 1) * size}`.execute(db)
  const now = await standingOf(db, actor, rows)
  return {
    total: counted.rows[0]?.total ?? 0,
    rows: rows.map(({ noun: kind, id, action, at }) => ({
      noun: kind,
      id,
      at: new Date(at).toISOString(),
      ...words(action),
      now: now.get(id) ?? null,
    })),
  }
}
