import * as contract from '@quanheng/contract/superior-plan'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { message } from '@quanheng/messages/messages'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { type Binding, bindPrepared, bindQuery } from '../../platform/http/bind.ts'
import { tableFile } from '../../platform/jobs/table-file.ts'
import { markUploaded } from '../../platform/jobs/uploaded-table.ts'
import type { Platform } from '../../platform/platform.ts'
import { decideOnSuperiorPlan } from './act.ts'
import { breakdownLines } from './lines.ts'
import { checkReply, type Fault, judgeUpload, readUpload } from './read-upload.ts'
import { readsWhole, superiorPlanIsVisible } from './scope.ts'
import { superiorPlanKeeper } from './store.ts'
import { forms, rowsFor } from './table-forms.ts'

/** Of the own office: whoever bears a share has the table that is printed. */
const ofOffice = async (db: Reader, actor: Actor, id: string) => {
  const one = await superiorPlanKeeper.find(db, id, superiorPlanIsVisible(actor))
  return one && readsWhole(actor, one.model) ? one.model : undefined
}

/** Chinese, like the workbook it is written into. */
const say = ({ code, params }: Fault): string => message('zh-CN', code, params)

/** Indicators and breakdown as workbooks: out with what stands, in as a whole or not at all. */
export const superiorTableRoutes = ({ files }: Pick<Platform, 'files'>): readonly Binding[] => [
  bindQuery(contract.superiorTemplate, async ({ db, actor, params, query, context }) => {
    const plan = await ofOffice(db, actor, params.superiorPlanId)
    if (!plan) return refuse('platform.notFound')
    const { title, mark, columns, example } = forms[params.table]
    const rows = rowsFor(params.table, plan.content, await breakdownLines(db, plan.content))
    const table = { title, columns, rows, template: { ...mark, example }, on: context.today }
    return ok(await tableFile(title, table, query.format, rows.length === 0 ? 'empty' : { actor, context }))
  }),
  bindQuery(contract.checkSuperiorTable, async ({ db, actor, params, body }) => {
    const plan = await ofOffice(db, actor, params.superiorPlanId)
    if (!plan) return refuse('platform.notFound')
    const read = await readUpload(db, files, { personId: actor.personId, table: params.table, digest: body.digest })
    if (!read.ok) return read
    const { faults } = await judgeUpload(db, params.table, read.value, plan.content)
    return ok(checkReply(params.table, read.value, faults))
  }),
  bindQuery(contract.markSuperiorTable, async ({ db, actor, params, body }) => {
    const plan = await ofOffice(db, actor, params.superiorPlanId)
    if (!plan) return refuse('platform.notFound')
    const read = await readUpload(db, files, { personId: actor.personId, table: params.table, digest: body.digest })
    if (!read.ok) return read
    const { faults } = await judgeUpload(db, params.table, read.value, plan.content)
    const { mark, columns, example } = forms[params.table]
    const marks = faults.flatMap((fault) =>
      fault.sheet !== null && fault.cell !== null ? [{ sheet: fault.sheet, cell: fault.cell, text: say(fault) }] : [],
    )
    const content = await markUploaded(read.value.upload, { columns, template: mark, example }, marks)
    return content === null ? refuse('upload.notFound') : ok(content)
  }),
  bindPrepared(
    contract.importSuperiorTable,
    async ({ db, actor, params, body }) => {
      if (!(await ofOffice(db, actor, params.superiorPlanId))) return refuse('platform.notFound')
      return readUpload(db, files, { personId: actor.personId, table: params.table, digest: body.digest })
    },
    async (asked, read) => {
      const { table } = asked.params
      // Lines are judged inside the transaction, whatever the check said before.
      const decided = await decideOnSuperiorPlan(asked, async ({ model }) => {
        const { given, faults } = await judgeUpload(asked.tx, table, read, model.content)
        return given === undefined || faults.length > 0
          ? refuse('superiorPlan.tableFaults', { params: { count: String(faults.length) } })
          : ok(given)
      })
      if (!decided.ok) return decided
      const { post, before, after, events } = decided.value
      const { indicators, shares } = after.model.content
      return ok({
        post,
        events,
        changes: [superiorPlanKeeper.change(before, after)],
        reply: { version: after.row.version, count: table === 'indicators' ? indicators.length : shares.length },
      })
    },
  ),
]
