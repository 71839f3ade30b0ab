import { randomUUID } from 'node:crypto'
import * as contract from '@quanheng/contract/objection'
import * as results from '@quanheng/contract/result'
import type { ReplyOf } from '@quanheng/contract/route'
import type { ObjectionWindow } from '@quanheng/domain/plan/settings'
import { json } from '../../../platform/database/database.ts'
import { type Caller, signedIn, type TestServer } from '../../../platform/testing/test-server.ts'
import { registerReports } from '../../result/testing/registered-reports.ts'
import { closeAll, done, finishSheets, resultWorld, upload } from '../../result/testing/result-world.ts'

/** A year whose result was issued on 2025-01-20 under these terms, with the people of a unit that objects. */
export const objectionWorld = async (server: TestServer, tag: string, window: ObjectionWindow | 'none') => {
  const world = await resultWorld(server, tag, 'ownAfterIssue', (year) => ({
    ...year,
    settings: { ...year.settings, objection: { value: window, basis: { kind: 'clause', article: '九' } } },
  }))
  await closeAll(server, world)
  await finishSheets(server, world)
  const lock = async (caller: Caller, planId: string) => {
    const params = { planId }
    const { runDigest } = await done(caller, results.computeRun, { params })
    return done(caller, results.freezeResult, { params, body: { runDigest } })
  }
  await server.db
    .updateTable('plan')
    .set({ named_unit_ids: [world.lead, world.transport, world.town] })
    .where('id', 'in', [world.planId, world.year.planId])
    .execute()
  const { resultId } = await lock(world.carrier, world.planId)
  await registerReports(server, world)
  const totals = await lock(world.director, world.year.planId)
  await issueNow(server, [resultId, totals.resultId])
  const unit = {
    reporter: await signedIn(server, [{ kind: 'unitReporter', unitId: world.town }], '填报丁'),
    unitHead: await signedIn(server, [{ kind: 'unitHead', unitId: world.town }], '镇长癸'),
    officeClerk: await signedIn(server, [{ kind: 'clerk', unitId: world.office }], '绩效办文秘'),
    observer: await signedIn(server, [{ kind: 'observer', unitId: world.office }], '监督员'),
  }
  const item = await server.db
    .selectFrom('item')
    .select('id')
    .where('plan_id', '=', world.planId)
    .where('unit_id', '=', world.town)
    .where('leaf_key', '=', 'newFirms')
    .executeTakeFirstOrThrow()
  return { ...world, ...unit, resultId, totalsId: totals.resultId, itemId: item.id, lock }
}

export type ObjectionWorld = Awaited<ReturnType<typeof objectionWorld>>

/** Versions go out on the day of the server, as if their papers had been numbered. */
export const issueNow = async ({ db }: TestServer, resultIds: readonly string[]): Promise<void> => {
  await db
    .updateTable('result')
    .set({
      state: 'issued',
      issue: json({ documentNumber: `云考办〔2025〕${randomUUID().slice(0, 4)}号`, issuedOn: '2025-01-20' }),
    })
    .where('id', 'in', [...resultIds])
    .execute()
}

export const shown = (caller: Caller, objectionId: string): Promise<ReplyOf<typeof contract.showObjection>> =>
  done(caller, contract.showObjection, { params: { objectionId } })

/** The body of a command on the objection as it stands now. */
export const onNow = async (caller: Caller, objectionId: string, more: object = {}) => ({
  params: { objectionId },
  body: { version: (await shown(caller, objectionId)).version, ...more },
})

export const drafted = async ({ reporter, itemId }: ObjectionWorld): Promise<string> =>
  (
    await done(reporter, contract.beginObjection, {
      body: { itemId, content: { reason: '12月新增1户已入统，未计入。', files: [] } },
    })
  ).objectionId

/** Sent by the head of the unit, registered, answered and scored again. */
export const scoredAgain = async (world: ObjectionWorld, points = '3'): Promise<string> => {
  const id = await drafted(world)
  await done(world.unitHead, contract.sendObjection, await onNow(world.unitHead, id))
  await done(world.staff, contract.registerObjection, await onNow(world.staff, id))
  const found = { outcome: 'corrected', points }
  const answer = { facts: '该户入统时间为12月28日，属考核期内。', found, reason: '应计入完成数。', files: [] }
  await done(world.head, contract.answerObjection, await onNow(world.head, id, answer))
  await done(
    world.leader,
    contract.rescoreObjection,
    await onNow(world.leader, id, { found, reason: '核对名单属实。' }),
  )
  return id
}

/** Decided by the director, from an original, and compared by another: a correction over the impact that was looked at. */
export const corrected = async (server: TestServer, world: ObjectionWorld, points = '3'): Promise<string> => {
  const id = await scoredAgain(world, points)
  const query = { points }
  const impact = await done(world.director, contract.objectionImpact, { params: { objectionId: id }, query })
  const said = { decider: 'delegate', body: '', words: '更正得分。', number: '', decidedOn: '2025-01-20' }
  const found = { outcome: 'corrected', points }
  const scanDigest = await upload(server, world.director, '异议复核审批表.pdf')
  const given = { ...said, found, scanDigest, impactDigest: impact.digest }
  await done(world.director, contract.decideObjection, await onNow(world.director, id, given))
  await done(world.staff, contract.confirmObjection, await onNow(world.staff, id))
  return id
}
