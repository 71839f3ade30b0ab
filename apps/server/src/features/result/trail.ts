import type { listTotalsViews } from '@quanheng/contract/result'
import type { ReplyOf } from '@quanheng/contract/route'
import type { Database } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'

type Look = ReplyOf<typeof listTotalsViews>['rows'][number]['look']

/** Reads over a locked version of which each is written down, and what kind of look each is. */
export const trailedReads = {
  'result.totals': 'totals',
  'cockpit.show': 'cockpit',
  'result.robustness': 'robustness',
  'result.robustnessXlsx': 'robustnessTable',
  'result.analysis': 'analysis',
  'result.analysisXlsx': 'analysisTable',
  'simulation.show': 'simulation',
  'objection.impact': 'impact',
  'result.facts': 'facts',
  'yearPaper.file': 'totals',
} as const satisfies Readonly<Record<string, Look>>

export type TrailedRead = keyof typeof trailedReads

/** A look at totals is written down whether it was allowed or not, and listed to the observer. */
export const writeTrail = async (
  db: Database,
  actor: Actor,
  route: TrailedRead,
  resultId: string,
  outcome: string,
  at: Date,
): Promise<void> => {
  await db
    .insertInto('access_trail')
    .values({ at, person_id: actor.personId, route, subject: resultId, outcome, address: actor.address ?? null })
    .execute()
}
