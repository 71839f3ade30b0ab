import * as contract from '@quanheng/contract/routine-record'
import { ok } from '@quanheng/domain/kernel/result'
import { postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import { type Binding, bindCommand, bindPrepared, bindQuery } from '../../platform/http/bind.ts'
import { listFile } from '../../platform/jobs/list-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { listed } from './lines.ts'
import { printedNotice } from './notice.ts'
import { fileOf } from './read.ts'
import { printedRegister, registerTable } from './register-files.ts'
import * as services from './services.ts'
import { shown } from './show.ts'
import { subjectsOf } from './subjects.ts'
import { checkReply, importRows, marked, readUpload, template } from './table/handlers.ts'

export const routineRecordRoutes = (platform: Platform): readonly Binding[] => {
  const read = readUpload(platform.files)
  return [
    bindQuery(contract.listRoutineRecords, async ({ db, actor, query, context }) =>
      ok(await listed(db, actor, query, context.today)),
    ),
    bindQuery(contract.routineSubjects, async ({ db, actor }) =>
      ok(await subjectsOf(db, postsFor(actor, 'routineRecord.begin'), unitIdsOf(actor.posts))),
    ),
    bindQuery(contract.exportRoutineRecords, async (request) => {
      const table = await registerTable(request.db, request.actor, request.query, request.context)
      return ok(listFile(table.title, table, request))
    }),
    bindQuery(contract.routineRegister, async ({ query, ...asked }) =>
      ok(await printedRegister(platform, asked, query)),
    ),
    bindQuery(contract.routineTemplate, (request) => template(request.db, request.params.planId, request)),
    bindQuery(contract.readRoutineTable, async (request) => {
      const found = await read(request)
      return found.ok ? ok(await checkReply(request, found.value)) : found
    }),
    bindQuery(contract.markRoutineTable, async (request) => {
      const found = await read(request)
      return found.ok ? marked(request, found.value) : found
    }),
    bindPrepared(contract.importRoutineRecords, read, importRows),
    bindQuery(contract.showRoutineRecord, ({ db, actor, params, context }) =>
      shown(db, actor, params.routineRecordId, context.today),
    ),
    bindQuery(contract.routineRecordFile, ({ db, actor, params }) =>
      fileOf(db, actor, params.routineRecordId, params.fileDigest),
    ),
    bindQuery(contract.routineNotice, ({ params, query, ...asked }) =>
      printedNotice(platform, asked, params.routineRecordId, query.format),
    ),
    bindCommand(contract.beginRoutineRecord, services.begin),
    bindCommand(contract.editRoutineRecord, services.edit),
    bindCommand(contract.discardRoutineRecord, services.discard),
    bindCommand(contract.submitRoutineRecord, services.submit),
    bindCommand(contract.confirmRoutineRecord, services.confirm),
    bindCommand(contract.returnRoutineRecord, services.sendBack),
    bindCommand(contract.stateOnRoutineRecord, services.state),
    bindCommand(contract.upholdRoutineRecord, services.uphold),
    bindCommand(contract.withdrawRoutineRecord, services.withdraw),
  ]
}
