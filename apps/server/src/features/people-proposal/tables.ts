import type {
  PeopleProposalContent,
  PeopleProposalStanding,
  PeopleProposalState,
} from '@quanheng/domain/people-proposal/model'
import type { Selectable } from 'kysely'
import type { Json } from '../../platform/database/tables.ts'
import type { StepColumns } from '../../platform/work/steps.ts'

export interface PeopleProposalTable {
  id: string
  unit_id: string
  state: PeopleProposalState
  content: Json<PeopleProposalContent>
  standing: Json<PeopleProposalStanding>
  file_digests: string[]
  version: number
}
export type PeopleProposalRow = Selectable<PeopleProposalTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    people_proposal: PeopleProposalTable
    people_proposal_step: StepColumns & { people_proposal_id: string }
  }
}
