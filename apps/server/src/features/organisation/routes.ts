import * as contract from '@quanheng/contract/organisation'
import * as view from '@quanheng/contract/organisation-view'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import type { Platform } from '../../platform/platform.ts'
import { administratorsOn } from './administrators.ts'
import { peopleFile, unitsFile } from './export.ts'
import { registerPerson, revealPhone, revisePersonWith } from './person-service.ts'
import { assignPostWith, dismiss, type OnPosts } from './post-service.ts'
import { heldPosts, listPeople, listSections, listUnits } from './store.ts'
import { tableRoutes } from './table/routes.ts'
import { registerSection, registerUnit, reviseSection, reviseUnit } from './unit-service.ts'

export const organisationRoutes = (
  platform: Pick<Platform, 'files'>,
  { onPosts }: { readonly onPosts: readonly OnPosts[] },
): readonly Binding[] => [
  bindQuery(contract.listUnits, async ({ db, query }) => ok(await listUnits(db, query))),
  bindCommand(contract.createUnit, registerUnit),
  bindCommand(contract.changeUnit, reviseUnit),
  bindQuery(contract.listSections, async ({ db, params }) => {
    const rows = await listSections(db, params.unitId)
    return rows === null ? refuse('platform.notFound') : ok({ rows })
  }),
  bindCommand(contract.createSection, registerSection),
  bindCommand(contract.changeSection, reviseSection),
  bindQuery(contract.listPeople, async ({ db, query }) => ok(await listPeople(db, query))),
  bindQuery(contract.directory, async ({ db, query, context }) =>
    ok({ rows: await heldPosts(db, { ...query, on: context.today }) }),
  ),
  bindCommand(contract.createPerson, registerPerson),
  bindCommand(contract.changePerson, revisePersonWith(onPosts)),
  bindCommand(contract.showPhone, revealPhone),
  bindCommand(contract.givePost, assignPostWith(onPosts)),
  bindCommand(contract.endPost, dismiss),
  bindQuery(view.exportUnits, async (request) => ok(await unitsFile(request.db, request.query, request))),
  bindQuery(view.exportPeople, async (request) => ok(await peopleFile(request.db, request.query, request))),
  bindQuery(view.administrators, async ({ db, context }) => ok({ rows: await administratorsOn(db, context.today) })),
  ...tableRoutes(platform, onPosts),
]
