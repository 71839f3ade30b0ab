import * as contract from '@quanheng/contract/people-proposal'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor, HeldPost } from '../../platform/door/actor.ts'
import { type Binding, bindCommand, bindPrepared, bindQuery } from '../../platform/http/bind.ts'
import { listFile } from '../../platform/jobs/list-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { checkedForm, markedForm, type OnPosts, readForm } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { list } from './list.ts'
import { proposalIsVisible } from './scope.ts'
import * as services from './services.ts'
import { people, show } from './show.ts'
import { proposalKeeper } from './store.ts'
import { faultsIn, formOf, importLines, linesTable, template } from './table/handlers.ts'

interface Asked {
  readonly db: Reader
  readonly actor: Actor
  readonly posts: readonly HeldPost[]
  readonly params: { readonly peopleProposalId: string }
}

/** A proposal of the reader's own unit, to be written. */
const own = async ({ db, actor, posts, params }: Asked) => {
  const one = await proposalKeeper.find(db, params.peopleProposalId, proposalIsVisible(actor))
  return one && posts.some(({ unitId }) => unitId === one.model.unitId) ? ok(one) : refuse('platform.notFound')
}

export const peopleProposalRoutes = (
  { files }: Pick<Platform, 'files'>,
  { onPosts }: { readonly onPosts: readonly OnPosts[] },
): readonly Binding[] => {
  /** The table that was sent for this proposal. */
  const readFor = async (asked: Asked & { readonly body: { readonly digest: string } }) => {
    const one = await own(asked)
    if (!one.ok) return one
    const form = await formOf(asked.db, one.value.model.unitId)
    const read = await readForm(asked.db, files, asked.actor.personId, form, asked.body.digest)
    return read.ok ? ok({ one: one.value, form, read: read.value }) : read
  }
  return [
    bindQuery(contract.listPeopleProposals, async ({ db, actor, query }) => ok(await list(db, actor, query))),
    bindQuery(contract.showPeopleProposal, ({ db, actor, params }) => show(db, actor, params.peopleProposalId)),
    bindQuery(contract.proposablePeople, ({ db, actor, params, context }) =>
      people(db, actor, params.peopleProposalId, context.today),
    ),
    bindQuery(contract.exportPeopleLines, async (request) => {
      const { db, actor, params } = request
      const one = await proposalKeeper.find(db, params.peopleProposalId, proposalIsVisible(actor))
      if (!one) return refuse('platform.notFound')
      const { unitId } = one.model
      const table = await linesTable(db, one, (await namesOf(db, { units: [unitId] })).get(unitId) ?? '')
      return ok(listFile(table.title, table, request))
    }),
    bindQuery(contract.peopleLineTemplate, async (request) => {
      const one = await own(request)
      if (!one.ok) return one
      const { db, context, query } = request
      return ok(await template(db, one.value.model.unitId, context.today, query.format))
    }),
    bindQuery(contract.checkPeopleLines, async (request) => {
      const found = await readFor(request)
      if (!found.ok) return found
      const { one, form, read } = found.value
      return ok(checkedForm(form, read, await faultsIn(request.db, one, read, request.context.newId)))
    }),
    bindQuery(contract.markPeopleLines, async (request) => {
      const found = await readFor(request)
      if (!found.ok) return found
      const { one, form, read } = found.value
      return markedForm(form, read, await faultsIn(request.db, one, read, request.context.newId))
    }),
    bindPrepared(
      contract.importPeopleLines,
      async (request) => {
        const found = await readFor(request)
        return found.ok ? ok(found.value.read) : found
      },
      importLines,
    ),
    bindCommand(contract.beginPeopleProposal, services.begin),
    bindCommand(contract.writePeopleLine, services.write),
    bindCommand(contract.dropPeopleLine, services.drop),
    bindCommand(contract.submitPeopleProposal, services.submit),
    bindCommand(contract.decidePeopleProposal, services.decideWith(onPosts)),
    bindCommand(contract.withdrawPeopleProposal, services.withdraw),
  ]
}
