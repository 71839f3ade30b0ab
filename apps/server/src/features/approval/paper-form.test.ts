import * as contract from '@quanheng/contract/approval'
import * as reports from '@quanheng/contract/report'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { checkPaper } from '@quanheng/papers/conformity/check-paper'
import { partsOf } from '@quanheng/papers/testing/faulty'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sha256 } from '../../platform/log/means.ts'
import { startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { composePaper, frozenRun, paperChange, paperOfResult } from '../result/index.ts'
import { done, type LockedWorld, lockedWorld } from '../result/testing/result-world.ts'
import { approvalSteps } from './testing/approval-steps.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

const { onNow, paperOf, pass, prepared, shown } = approvalSteps(() => server)

const letterOf = async (world: LockedWorld) => {
  const { id } = await paperOf(world)
  const reply = await world.carrier.call(reports.letterFile, { params: { paperId: id } })
  expect(reply.statusCode, reply.body).toBe(200)
  const { answers } = checkPaper(await partsOf(reply.rawPayload))
  return {
    text: (await openDocx(reply.rawPayload)).text,
    imprint: answers.find(({ id: one }) => one === 36)?.status,
    faults: answers.filter(({ status }) => status === 'fail'),
  }
}

const rowOf = async (world: LockedWorld) => {
  const row = await paperOfResult(server.db, world.resultId)
  if (row === undefined) throw new Error('the freeze opens a paper')
  return row
}

/** As a server of before the second form left it. */
const ofFirstForm = async (tag: string) => {
  const world = await lockedWorld(server, tag)
  await server.db.updateTable('paper').set({ form: 1 }).where('result_id', '=', world.resultId).execute()
  const params = { resultId: world.resultId }
  const { version } = await paperOf(world)
  const { approvalId } = await done(world.carrier, contract.startApproval, { params, body: { paperVersion: version } })
  return { ...world, approvalId }
}

/** What signatures covered in the first form: no 版记 where nobody gets a copy. */
const firstDigest = async (world: LockedWorld): Promise<string> => {
  const run = (await frozenRun(server.db, world.resultId))?.run
  if (run === undefined) throw new Error('the version is locked')
  const { report, letter, form } = composePaper(run, { words: (await rowOf(world)).words, form: 2 })
  const { imprint, ...bare } = letter
  expect(imprint).toEqual({ organ: run.plan.ownerName })
  const { runDigest } = form as { readonly runDigest: string }
  return digestOf(sha256, { v: 1, noun: 'paper', runDigest, report, letter: bare })
}

it('没有抄送的报送函件也有版记，编号后逐条核对无一处不合', async () => {
  const world = await prepared('版甲')
  expect((await rowOf(world)).form).toBe(2)
  const { text, imprint, faults } = await letterOf(world)
  expect(text).toMatch(/2025年1月20日印发/)
  expect(imprint).toBe('pass')
  expect(faults).toEqual([])
  const { letter } = await paperOf(world)
  expect(letter).toMatchObject({ copies: null, printed: { organ: letter.organ, day: '2025年1月20日印发' } })
})

it('升级前已送审的件，校验码、签字照旧；文字改过后按新格式重新送审', async () => {
  const world = await ofFirstForm('版乙')
  const digest = await firstDigest(world)
  const before = await shown(world)
  expect(before.paperDigest).toBe(digest)
  expect(before.code).toBe(checkCode(digest))
  await pass(world, world.leader, world.carrierHead)
  expect((await shown(world)).records.map(({ signature }) => signature?.state)).toEqual(['standing', 'standing'])
  expect(await letterOf(world)).toMatchObject({ imprint: 'warn' })
  expect((await paperOf(world)).letter.printed).toBeNull()
  // Its acts did not name the form, and are held against the row as it is now.
  expect(paperChange(null, await rowOf(world)).after).not.toHaveProperty('form')
  await done(world.head, contract.returnApproval, await onNow(world, { reason: '补充说明' }))
  const { id, words, version } = await paperOf(world)
  const body = { version, words: { ...words, notes: ['按会签意见补充说明。'] } }
  await done(world.carrier, reports.editPaper, { params: { paperId: id }, body })
  await done(world.carrier, contract.reviseApproval, await onNow(world))
  expect(paperChange(null, await rowOf(world)).after).toMatchObject({ form: 2 })
  expect((await letterOf(world)).imprint).toBe('pass')
  const after = await shown(world)
  expect(after.paperDigest).not.toBe(digest)
  expect(after.paperDigest).toBe((await paperOf(world)).paperDigest)
})
