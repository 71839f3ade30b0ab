import * as contract from '@quanheng/contract/organisation-table'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindPrepared, bindQuery } from '../../../platform/http/bind.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { OnPosts } from '../post-service.ts'
import { checkReply } from './check.ts'
import { forms } from './columns.ts'
import { readForm } from './form-table.ts'
import { importTable, marked, template } from './handlers.ts'

/** Units and sections are the office's to register, people and posts the security administrator's. */
export const tableRoutes = ({ files }: Pick<Platform, 'files'>, onPosts: readonly OnPosts[]): readonly Binding[] => [
  bindQuery(contract.unitTemplate, async ({ params, query, context }) =>
    ok(await template(params.table, context.today, query.format)),
  ),
  bindQuery(contract.checkUnitTable, async ({ db, actor, params, body }) => {
    const read = await readForm(db, files, actor.personId, forms[params.table], body.digest)
    return read.ok ? ok(await checkReply(db, params.table, read.value)) : read
  }),
  bindQuery(contract.markUnitTable, async ({ db, actor, params, body }) => {
    const read = await readForm(db, files, actor.personId, forms[params.table], body.digest)
    return read.ok ? marked(db, params.table, read.value) : read
  }),
  bindPrepared(
    contract.importUnitTable,
    ({ db, actor, params, body }) => readForm(db, files, actor.personId, forms[params.table], body.digest),
    (request, read) => importTable(request, request.params.table, read, onPosts),
  ),
  bindQuery(contract.peopleTemplate, async ({ params, query, context }) =>
    ok(await template(params.table, context.today, query.format)),
  ),
  bindQuery(contract.checkPeopleTable, async ({ db, actor, params, body }) => {
    const read = await readForm(db, files, actor.personId, forms[params.table], body.digest)
    return read.ok ? ok(await checkReply(db, params.table, read.value)) : read
  }),
  bindQuery(contract.markPeopleTable, async ({ db, actor, params, body }) => {
    const read = await readForm(db, files, actor.personId, forms[params.table], body.digest)
    return read.ok ? marked(db, params.table, read.value) : read
  }),
  bindPrepared(
    contract.importPeopleTable,
    ({ db, actor, params, body }) => readForm(db, files, actor.personId, forms[params.table], body.digest),
    (request, read) => importTable(request, request.params.table, read, onPosts),
  ),
]
