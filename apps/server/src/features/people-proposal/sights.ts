import type { Sights } from '../../platform/work/sight.ts'
import { proposalIsVisible } from './scope.ts'
import { proposalKeeper } from './store.ts'

export const peopleProposalSights: Sights = {
  peopleProposal: async (db, actor, _context, id) =>
    (await proposalKeeper.find(db, id, proposalIsVisible(actor))) ? 'all' : 'nothing',
}
