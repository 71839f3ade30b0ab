import { canonicalPeopleProposal, type PeopleProposal } from '@quanheng/domain/people-proposal/model'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { PeopleProposalRow } from './tables.ts'

export type KeptProposal = Kept<PeopleProposalRow, PeopleProposal>

export const proposalKeeper = keeperOf<PeopleProposalRow, PeopleProposal>({
  noun: 'peopleProposal',
  table: 'people_proposal',
  json: ['content', 'standing'],
  modelOf: ({ id, unit_id: unitId, state, content, standing }, steps) => ({
    id,
    unitId,
    state,
    content,
    standing,
    steps,
  }),
  columnsOf: ({ unitId, state, content, standing }) => ({ unit_id: unitId, state, content, standing }),
  filesOf: () => [],
  canonical: canonicalPeopleProposal,
})
