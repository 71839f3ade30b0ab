import { nextOnPeopleProposal } from '@quanheng/domain/workbench/next-on-people-proposal'
import type { TaskProvider } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { takesForward } from './list.ts'
import { proposalIsVisible } from './scope.ts'
import { proposalKeeper } from './store.ts'

/** 待办: the security administrator's what came in, the unit administrator's what is drafted or came back. */
export const peopleProposalTasksOf: TaskProvider = async (db, actor) => {
  const rows = await db
    .selectFrom('people_proposal')
    .selectAll()
    .where('state', 'in', ['draft', 'submitted', 'returned'])
    .where(proposalIsVisible(actor))
    .orderBy('id')
    .execute()
  const mine = (await proposalKeeper.complete(db, rows)).filter((one) => takesForward(one, actor))
  const names = await namesOf(db, { units: mine.map(({ model }) => model.unitId) })
  return mine.map(({ model }) => ({
    noun: 'peopleProposal' as const,
    id: model.id,
    verb: nextOnPeopleProposal(model)?.verb ?? '',
    object: `${names.get(model.unitId) ?? ''}人员变动申报`,
    link: `/people-proposals/${model.id}`,
  }))
}
