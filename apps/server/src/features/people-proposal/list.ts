import type { listPeopleProposals } from '@quanheng/contract/people-proposal'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { openLines } from '@quanheng/domain/people-proposal/model'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnPeopleProposal } from '@quanheng/domain/workbench/next-on-people-proposal'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import { namesOf } from '../scoring/index.ts'
import { proposalIsVisible } from './scope.ts'
import { type KeptProposal, proposalKeeper } from './store.ts'

type Line = ReplyOf<typeof listPeopleProposals>['rows'][number]

export const takesForward = ({ model }: KeptProposal, actor: Actor): boolean => {
  const act = nextOnPeopleProposal(model)
  return act !== undefined && holdings(actor).some((held) => mayAct(act, held))
}

export const lineOf = (one: KeptProposal, names: ReadonlyMap<string, string>, actor: Actor): Line => {
  const { model, row } = one
  const { content, standing } = model
  return {
    id: model.id,
    version: row.version,
    unitId: model.unitId,
    unitName: names.get(model.unitId) ?? '',
    state: model.state,
    lines: content.lines.length,
    open: openLines(model).length,
    returned: Object.values(standing.outcomes).filter(({ outcome }) => outcome === 'returned').length,
    note: content.note,
    submittedOn: standing.submittedOn ?? null,
    mine: takesForward(one, actor),
  }
}

/** What is under way stands first, what was sent in last before that. */
const order = sql`array_position(ARRAY['submitted', 'returned', 'draft', 'decided', 'withdrawn'], state)`

export const list = async (
  db: Reader,
  actor: Actor,
  { page, size, state, unitId }: QueryOf<typeof listPeopleProposals>,
): Promise<ReplyOf<typeof listPeopleProposals>> => {
  let found = db.selectFrom('people_proposal').where(proposalIsVisible(actor))
  if (state !== undefined) found = found.where('state', '=', state)
  if (unitId !== undefined) found = found.where('unit_id', '=', unitId)
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('people_proposal')
    .orderBy(order)
    .orderBy(sql`standing->>'submittedOn' DESC NULLS FIRST`)
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const names = await namesOf(db, { units: rows.map(({ unit_id }) => unit_id) })
  return { total, rows: (await proposalKeeper.complete(db, rows)).map((one) => lineOf(one, names, actor)) }
}
