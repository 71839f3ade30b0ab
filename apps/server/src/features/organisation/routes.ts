import * as contract from '@quanheng/contract/organisation'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { registerPerson, revisePerson } from './person-service.ts'
import { assignPost, dismiss } from './post-service.ts'
import { heldPosts, listPeople, listSections, listUnits } from './store.ts'
import { registerSection, registerUnit, reviseSection, reviseUnit } from './unit-service.ts'

export const organisationRoutes = (): readonly Binding[] => [
  bindQuery(contract.listUnits, async ({ db, query }) => ok(await listUnits(db, query))),
  bindCommand(contract.createUnit, registerUnit),
  bindCommand(contract.changeUnit, reviseUnit),
  bindQuery(contract.listSections, async ({ db, params }) => ok({ rows: await listSections(db, params.unitId) })),
  bindCommand(contract.createSection, registerSection),
  bindCommand(contract.changeSection, reviseSection),
  bindQuery(contract.listPeople, async ({ db, query }) => ok(await listPeople(db, query))),
  bindQuery(contract.directory, async ({ db, query, context }) =>
    ok({ rows: await heldPosts(db, { ...query, on: context.today }) }),
  ),
  bindCommand(contract.createPerson, registerPerson),
  bindCommand(contract.changePerson, revisePerson),
  bindCommand(contract.givePost, assignPost),
  bindCommand(contract.endPost, dismiss),
]
