import * as organisation from '@quanheng/contract/organisation'
import * as plans from '@quanheng/contract/plan'
import { listBreaches } from '@quanheng/contract/separation'
import type { PostKind } from '@quanheng/domain/ability/posts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { partsOf, planWorld } from '../plan/testing/plan-world.ts'
import { codeOf, done } from '../result/testing/result-world.ts'
import { type ScoringWorld, scoringWorld } from '../scoring/testing/scoring-world.ts'

let server: TestServer
let world: ScoringWorld
let security: Caller

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  world = await scoringWorld(server, '离')
  security = await signedIn(server, [{ kind: 'securityAdmin', unitId: world.office }], '安全员')
})
afterAll(() => server.close())

const register = async (login: string, more: object = {}) =>
  (
    await done(security, organisation.createPerson, {
      body: { name: '段明远', login, phone: '0000-5550123', mail: null, ...more },
    })
  ).id

const give = (personId: string, kind: PostKind, unitId: string, sectionId: string | null = null) =>
  security.call(organisation.givePost, {
    params: { personId },
    body: { kind, unitId, sectionId, title: null, acting: true, from: '2025-01-01', to: '2025-12-31' },
  })

describe('职责分离', () => {
  it('同一自然人两个账号凑成两个签字，任职时即被拒，并说明由哪两项任职', async () => {
    const first = await register('duan-1')
    expect((await give(first, 'handler', world.lead, world.section)).statusCode).toBe(200)
    const second = await register('duan-2')
    const reply = await give(second, 'sectionHead', world.lead, world.section)
    expect(reply.statusCode).toBe(409)
    const { error } = reply.json<{ error: { code: string; message: string } }>()
    expect(error.code).toBe('post.breaksSeparation')
    for (const word of ['duan-1', 'duan-2', '经办人', '科室负责人', '同名同电话']) expect(error.message).toContain(word)
    const held = await server.db.selectFrom('post').select('id').where('person_id', '=', second).execute()
    expect(held).toEqual([])
    const elsewhere = await give(second, 'sectionHead', world.lead, world.coordinating)
    expect(elsewhere.statusCode, elsewhere.body).toBe(409)
    expect(codeOf(elsewhere)).toBe('post.breaksSeparation')
  })

  it('电话改成与另一账号相同，也会被拒；名字不同的不受影响', async () => {
    const first = await register('shen-1', { name: '沈一苇', phone: '0000-5550001' })
    const second = await register('shen-2', { name: '沈一苇', phone: '0000-5550002' })
    expect((await give(first, 'handler', world.lead, world.section)).statusCode).toBe(200)
    expect((await give(second, 'unitReporter', world.town)).statusCode).toBe(200)
    const change = (phone: string) =>
      security.call(organisation.changePerson, {
        params: { personId: second },
        body: { version: 1, name: '沈一苇', phone, mail: null, state: 'active' },
      })
    const reply = await change('0000-5550001')
    expect(codeOf(reply)).toBe('post.breaksSeparation')
    expect(reply.json<{ error: { message: string } }>().error.message).toContain('为本人任职的单位评分签字')
    expect((await change('0000-5550003')).statusCode).toBe(200)
    const other = await register('zhou', { name: '周砚秋' })
    expect((await give(other, 'sectionHead', world.lead, world.section)).statusCode).toBe(200)
  })

  it('清单列出已有的链条和凑不齐两人签字的评分表；别的职务看不到', async () => {
    const twin = await server.db
      .updateTable('person')
      .set({ phone: '0000-5550001' })
      .where('phone', '=', '0000-5550003')
      .executeTakeFirst()
    expect(twin.numUpdatedRows).toBe(1n)
    const { breaches, unsignable, sheets } = await done(security, listBreaches)
    expect(sheets).toBe(4)
    expect(breaches).toMatchObject(
      ['newFirms', 'growth'].map(() => ({
        code: 'ownUnit',
        first: { login: 'shen-1', post: 'handler' },
        second: { login: 'shen-2', post: 'unitReporter' },
        sameBy: 'phone',
      })),
    )
    expect(unsignable).toEqual([])
    const ended = { to_date: '2024-12-31', from_date: '2024-01-01' }
    await server.db.updateTable('post').set(ended).where('person_id', '=', world.director.personId).execute()
    const open = await done(world.staff, listBreaches)
    expect(open.unsignable).toHaveLength(2)
    expect(open.unsignable[0]).toMatchObject({ scorerName: '云岭市绩效办离' })
    expect((await world.handler.call(listBreaches)).statusCode).toBe(403)
  })

  it('校核之后才出现的两个账号，印发时仍会查出：会由同一自然人为本人单位评分签字的，不予印发', async () => {
    const bodies = await planWorld(server, '印')
    for (const kind of ['officeStaff', 'officeDirector'] as const) {
      await signedIn(server, [{ kind, unitId: bodies.office }], kind)
    }
    const { handler, head } = bodies
    const content = bodies.content({
      signatureMap: [
        { role: 'handler', posts: ['handler', 'officeStaff'] },
        { role: 'sectionHead', posts: ['sectionHead', 'officeDirector'] },
      ],
    })
    const { id: planId } = await done(handler, plans.beginPlan, {
      body: { kind: 'indicatorPlan', year: 2024, title: '方案印', parentPlanId: null, copyFromPlanId: null },
    })
    const params = { planId }
    await done(handler, plans.editPlan, { params, body: { version: 1, parts: partsOf(content) } })
    await done(handler, plans.checkPlan, { params, body: { version: 2 } })
    const twins = { name: '陆知行', phone: '0000-5550777' }
    const [first, second] = [await register('lu-1', twins), await register('lu-2', twins)]
    expect((await give(first, 'handler', bodies.lead, bodies.section)).statusCode).toBe(200)
    expect((await give(second, 'unitReporter', bodies.town)).statusCode).toBe(200)
    const issue = () =>
      head.call(plans.issuePlan, { params, body: { version: 3, number: '云发改发〔2024〕9号', date: '2024-01-10' } })
    const refused = await issue()
    expect(refused.json().error).toMatchObject({ code: 'plan.mustFix', params: { code: 'check.oneHand' } })
    await done(security, organisation.changePerson, {
      params: { personId: second },
      body: { version: 1, name: twins.name, phone: '0000-5550778', mail: null, state: 'active' },
    })
    expect((await issue()).statusCode).toBe(200)
  })
})
