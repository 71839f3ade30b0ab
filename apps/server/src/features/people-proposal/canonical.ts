import type { Reader } from '../../platform/database/database.ts'
import { proposalKeeper } from './store.ts'

/** Canonical form from the live row, for the test that recomputes what acts say; undefined where there is no such row. */
export const peopleProposalNouns = {
  peopleProposal: async (db: Reader, id: string) => {
    const found = await proposalKeeper.find(db, id)
    return found && proposalKeeper.canonical(found)
  },
}
