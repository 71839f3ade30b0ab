import { type CountedEntry, countedEntries } from '@quanheng/domain/credit/counted'
import type { Reader } from '../../platform/database/database.ts'
import { registerOfPlan } from './register-store.ts'
import { creditsOfPlan } from './store.ts'

/** What totals of a year plan count of its register, and whether everything is entered. Unscoped: totals are nobody's alone. */
export const countedOf = async (
  db: Reader,
  planId: string,
): Promise<{ readonly entries: readonly CountedEntry[]; readonly closed: boolean }> => ({
  entries: countedEntries((await creditsOfPlan(db, planId)).map(({ model: entry }) => entry)),
  closed: (await registerOfPlan(db, planId)).register.state === 'closed',
})
