import * as contract from '@quanheng/contract/checkpoint'
import * as organisation from '@quanheng/contract/organisation'
import { verifyReceipt } from '@quanheng/log/receipt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyMeans } from '../../platform/log/means.ts'
import { logProgram } from '../../platform/log/program.ts'
import { withClient } from '../../platform/postgres/client.ts'
import {
  type Caller,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'

let server: TestServer
let officeId: string
let office: Caller
let other: Caller
let otherId: string
let audit: Caller

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  officeId = await seedUnit(server.db, '云岭市绩效考评办公室')
  otherId = await seedUnit(server.db, '云岭市交通运输局')
  office = await signedIn(server, [{ kind: 'officeStaff', unitId: officeId }])
  other = await signedIn(server, [{ kind: 'unitReporter', unitId: otherId }])
  audit = await signedIn(server, [{ kind: 'auditAdmin', unitId: officeId }])
})
afterAll(() => server.close())

const register = (n: number) =>
  office.call(organisation.createUnit, { body: { name: `第${n}局`, shortName: `${n}`, aliases: [], sortCode: n } })

const newestSize = async (): Promise<number> => (await other.call(contract.showSeal)).json().newest.size
const receiptOf = (caller: Caller, unitId: string) => caller.call(contract.receiptFile, { params: { unitId } })
const verified = (text: string, keys: readonly string[]) => verifyReceipt(text, { ...verifyMeans, keys })

describe('the sealed log', () => {
  it('before the first checkpoint says so, and gives no receipt', async () => {
    const reply = (await other.call(contract.showSeal)).json()
    expect(reply).toMatchObject({ newest: null, keys: [], trouble: [], bodies: [{ name: '云岭市交通运输局' }] })
    const refused = await receiptOf(office, officeId)
    expect(refused.statusCode).toBe(409)
    expect(refused.json().error.message).toContain('十分钟内封存')
  })

  it('gives a body a receipt of its own acts that holds against the key noted down', async () => {
    for (let n = 1; n <= 5; n++) await register(n)
    await server.platform.sealer.now(null)
    const { keys, newest } = (await other.call(contract.showSeal)).json()
    const receipt = await receiptOf(office, officeId)
    expect(receipt.statusCode).toBe(200)
    const result = verified(receipt.body, keys)
    expect(result).toMatchObject({
      ok: true,
      value: { body: '云岭市绩效考评办公室', size: newest.size, trusted: true },
    })
    if (!result.ok) return
    expect(result.value.acts.map(({ label }) => label)).toEqual(Array(5).fill('登记单位'))
    expect(Buffer.from(result.value.root).toString('hex')).toBe(newest.root)
    expect(newest.mark).toBe(`${newest.size} ${newest.root.slice(0, 8)}-${newest.root.slice(8, 16)}`)
    // Of an act nothing but its leaf: no name of a person or of what was registered.
    expect(receipt.body).not.toContain('测试员')
    expect(receipt.body).not.toContain('第1局')
  })

  it('gives nobody the receipt of another body, and none to a body that has done nothing', async () => {
    expect((await receiptOf(other, officeId)).statusCode).toBe(404)
    expect((await receiptOf(other, otherId)).statusCode).toBe(409)
  })

  it('lists checkpoints for those who audit, with the act that asked for them and where copies went', async () => {
    await register(6)
    await server.platform.sealer.now('plan.issue')
    const { rows, total } = (await audit.call(contract.listCheckpoints)).json()
    expect(total).toBe(2)
    expect(rows.map((row: { size: number }) => row.size)).toEqual([6, 5])
    expect(rows[0]).toMatchObject({ cause: { label: '印发方案' }, copies: [{ cosigned: false }] })
    expect((await other.call(contract.listCheckpoints)).statusCode).toBe(403)
    const note = await audit.call(contract.checkpointFile, { params: { size: '6' } })
    expect(note.body).toMatch(/^quanheng\/test\n6\n.{43}=\n\n— quanheng\/test /)
    const sm3Note = await audit.call(contract.checkpointFile, { params: { size: '6' }, query: { tree: 'sm3' } })
    expect(sm3Note.body).toMatch(/^quanheng\/test\/sm3\n6\n/)
    expect((await audit.call(contract.checkpointFile, { params: { size: '4' } })).statusCode).toBe(404)
  })

  it('is sealed at once by an act that ends a stage, and not by others', async () => {
    await register(7)
    await server.platform.sealer.settled()
    expect((await other.call(contract.showSeal)).json().newest.size).toBe(6)
    const milestones = allRoutes(server.platform).flatMap(({ route }) =>
      route.kind === 'command' && route.milestone ? [route.id] : [],
    )
    expect(milestones.sort()).toEqual([
      'approval.drawNumber',
      'approval.registerNumber',
      'archive.make',
      'archive.publish',
      'decision.confirm',
      'officialPaper.issue',
      'plan.issue',
      'plan.register',
      'result.freeze',
      'result.void',
      'submission.send',
      'totalsDecision.confirm',
      'verification.draw',
    ])
  })

  it('tells everybody what a person has to account for, by acts and by the last check, and receipts bring it', async () => {
    const noticed = async (caller: Caller, query = {}) => (await caller.call(contract.listNoticed, { query })).json()
    expect(await noticed(other)).toEqual({ rows: [], total: 0 })
    const { platform, db } = server
    const facts = platform.installation.current()
    if (facts === null) throw new Error('no installation')
    for (const digest of ['aa', 'aa', 'bb', 'cc'])
      await logProgram(db, facts, platform.clock, { digest, version: '0.1.0' })
    server.setNow('2025-01-10T09:55:00+08:00')
    await register(8)
    await platform.sealer.now(null)
    await platform.sealer.check({})
    server.setNow('2025-01-10T10:00:00+08:00')
    const first = (await newestSize()) - 3
    const program = (leaf: number, before: string, digest: string) => ({
      code: 'log.programChanged',
      leaf,
      time: '2025-01-10T02:00:00.000Z',
      figures: { version: '0.1.0', before, digest },
    })
    const back = { code: 'log.timeBack', leaf: first + 2, time: '2025-01-10T01:55:00.000Z' }
    const { rows, total } = await noticed(other)
    expect(total).toBe(3)
    expect(rows).toMatchObject([back, program(first + 1, 'bb', 'cc'), program(first, 'aa', 'bb')])
    expect(rows[0].figures.seconds).toBe('300')
    expect((await noticed(audit, { page: '2', size: '2' })).rows).toEqual([rows[2]])
    const { keys } = (await other.call(contract.showSeal)).json()
    const receipt = verified((await receiptOf(office, officeId)).body, keys)
    expect(receipt).toMatchObject({ ok: true, value: { noticed: [rows[2], rows[1]] } })
  })

  it('tells everybody when what was sealed is no longer what it was', async () => {
    const sealed = await newestSize()
    await withClient(server.ownerUrl, (client) =>
      client.query(`UPDATE tree_node SET hash = $1 WHERE level = $2 AND index = 0`, [
        Buffer.alloc(32),
        Math.floor(Math.log2(sealed)),
      ]),
    )
    await server.platform.sealer.now(null)
    const { trouble } = (await other.call(contract.showSeal)).json()
    expect(trouble).toEqual([{ code: 'checkpoint.treeChanged', params: { size: String(sealed) } }])
  })
})
