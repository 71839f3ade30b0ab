import * as contract from '@quanheng/contract/plan'
import * as files from '@quanheng/contract/plan-file'
import type { ReplyOf } from '@quanheng/contract/route'
import { putFile } from '@quanheng/contract/upload'
import type { PlanContent } from '@quanheng/domain/plan/model'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../../platform/testing/test-server.ts'
import { allRoutes } from '../../index.ts'
import { type PlanWorld, partsOf, planWorld } from '../testing/plan-world.ts'

let server: TestServer
let world: PlanWorld

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2024-01-10T10:00:00+08:00' })
  world = await planWorld(server)
})
afterAll(() => server.close())

const done = <T>(reply: { readonly statusCode: number; readonly body: string; json: () => T }): T => {
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const errorOf = (reply: { json: () => unknown }) => (reply.json() as { error: { code: string; message: string } }).error

const drafted = async (content: PlanContent = world.content()): Promise<string> => {
  const { kind, year, title } = content
  const body = { kind, year, title, parentPlanId: null, copyFromPlanId: null }
  const { id } = done<{ id: string }>(await world.handler.call(contract.beginPlan, { body }))
  done(
    await world.handler.call(contract.editPlan, {
      params: { planId: id },
      body: { version: 1, parts: partsOf(content) },
    }),
  )
  return id
}

const exported = async (planId: string, who: Caller = world.handler): Promise<string> => {
  const reply = await who.call(contract.planYaml, { params: { planId }, query: {} })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.body
}

const sent = async (text: string | Buffer, who: Caller = world.handler): Promise<string> => {
  const body = Buffer.from(text)
  const headers = { 'x-file-name': encodeURIComponent('方案.yaml'), 'content-type': 'application/octet-stream' }
  return done<{ digest: string }>(await who.call(putFile, { body, headers })).digest
}

const read = async (text: string | Buffer, planId: string | null = null, who: Caller = world.handler) =>
  done<ReplyOf<typeof files.readPlanFile>>(
    await who.call(files.readPlanFile, { body: { digest: await sent(text, who), planId } }),
  )

const contentOf = async (planId: string): Promise<PlanContent> => {
  const row = await server.db.selectFrom('plan').select('content').where('id', '=', planId).executeTakeFirstOrThrow()
  return row.content
}

const begun = async (text: string, who: Caller = world.handler): Promise<string> =>
  done<{ id: string }>(await who.call(files.beginFromFile, { body: { digest: await sent(text, who) } })).id

/** Texts that a careless YAML would read as something else. */
const hostile = fc.oneof(
  fc.constantFrom(
    'no',
    '1.10',
    '2025-01-10',
    '# 不是注释',
    '- 一',
    '甲: 乙',
    '&锚',
    '{}',
    '~',
    '"引',
    '两行\n文字',
    '𠮷𣎴',
  ),
  fc.string({ minLength: 1, maxLength: 8 }).map((text) => `字${text.trim()}`),
)

const varied = fc.constant(null).chain(() =>
  fc
    .record({ title: hostile, task: hostile, clause: hostile, group: hostile, places: fc.integer({ min: 0, max: 4 }) })
    .map(({ title, task, clause, group, places }): PlanContent => {
      const content = world.content()
      const { rounding } = content.settings
      return {
        ...content,
        title,
        indicators: content.indicators.map((node) => ({ ...node, basis: { kind: 'clause', article: clause } })),
        tasks: content.tasks.map((one) => ({ ...one, task })),
        unitGroups: content.unitGroups.map((one) => ({ ...one, name: group })),
        settings: { ...content.settings, rounding: { ...rounding, value: { ...rounding.value, places } } },
      }
    }),
)

describe('方案文件往返', () => {
  it('库里的方案写成文件再起草，内容逐字相同；文件再写一遍，字节相同', async () => {
    await fc.assert(
      fc.asyncProperty(varied, async (content) => {
        const original = await drafted(content)
        const text = await exported(original)
        const planId = await begun(text)
        expect(await contentOf(planId)).toEqual(await contentOf(original))
        expect(await exported(planId)).toBe(text)
      }),
      { numRuns: 2 },
    )
  }, 300_000)

  it('草稿改了几处，导入前逐处列出，导入后与文件一致；留痕写明来自哪个文件', async () => {
    const planId = await drafted()
    const text = (await exported(planId)).replace('分值: 6\n', '分值: "7"\n')

    const before = await contentOf(planId)
    const shown = await read(text, planId)
    expect(shown).toMatchObject({ faults: [], plan: { kind: 'indicatorPlan', title: before.title, units: 3 } })
    expect(shown.compared.changes).toMatchObject([{ part: 'indicators', field: 'fullMark', before: '6', after: '7' }])
    expect(await contentOf(planId)).toEqual(before)
    const digest = await sent(text)
    const body = { version: 2, digest }
    expect(done(await world.handler.call(files.importPlanFile, { params: { planId }, body }))).toEqual({ version: 3 })
    expect((await contentOf(planId)).indicators.find(({ key }) => key === 'growth')?.fullMark).toBe('7')
    expect((await read(text, planId)).compared.changes).toEqual([])
    const act = await server.db
      .selectFrom('act')
      .selectAll()
      .where('action', '=', 'plan.importFile')
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(act.events)).toContain(digest)
    const stale = await world.handler.call(files.importPlanFile, { params: { planId }, body })
    expect(stale.statusCode).toBe(409)
  }, 300_000)

  it('手写的文件用单位名称，不写编号，照样认得', async () => {
    const text = (await exported(await drafted())).replace(/^名册:\n(?: .*\n)+/m, '')
    expect(text).not.toContain('名册')
    const planId = await begun(text)
    expect((await contentOf(planId)).unitGroups).toEqual(world.content().unitGroups)
  })
})

describe('方案文件有错', () => {
  const faultsOf = async (edit: (text: string) => string | Buffer, planId: string | null = null) => {
    const text = await exported(await drafted())
    return (await read(edit(text), planId)).faults
  }
  const lineOf = (text: string, words: string): number => text.split('\n').findIndex((line) => line.includes(words)) + 1

  it('每处都有行号和说明，什么也不保存', async () => {
    const text = await exported(await drafted())
    const wrong = text.replace('分值: 6\n', '分值: 六\n').replace('环节: ', '环节: 开会')
    const count = async () => (await server.db.selectFrom('plan').select('id').execute()).length
    const plans = await count()
    expect((await read(wrong)).faults).toEqual([
      { line: lineOf(wrong, '环节: 开会'), message: expect.stringContaining('不在可选之列') },
    ])
    const body = { digest: await sent(wrong) }
    const refused = await world.handler.call(files.beginFromFile, { body })
    expect(errorOf(refused)).toMatchObject({
      code: 'plan.fileFaulty',
      message: expect.stringContaining(`第${lineOf(wrong, '环节: 开会')}行`),
    })
    expect(await count()).toBe(plans)
    const figure = text.replace('分值: 6\n', '分值: 六\n')
    expect((await read(figure)).faults).toEqual([{ line: lineOf(figure, '分值: 六'), message: expect.any(String) }])
  })

  it('不是UTF-8、不是YAML、没有登记的单位、读不懂的评分标准', async () => {
    expect(await faultsOf(() => Buffer.from([0xb7, 0xbd, 0xb0, 0xb8]))).toEqual([
      { line: 1, message: expect.stringContaining('UTF-8') },
    ])
    const broken = await faultsOf((text) => `${text}\n备注: [`)
    expect(broken[0]?.message).toContain('YAML写法有误')
    const unknown = await faultsOf((text) =>
      text.replaceAll('云岭市百里镇', '无此镇').replace(/(无此镇): \S+/, '$1: 无此编号'),
    )
    expect(unknown.length).toBeGreaterThan(0)
    for (const { line, message } of unknown) {
      expect(line).toBeGreaterThan(1)
      expect(message).toContain('没有登记')
    }
    expect(await faultsOf((text) => text.replace(/评分标准: .+/, '评分标准: 看着给分。'))).toEqual([
      expect.objectContaining({ message: expect.stringContaining('看着给分') }),
    ])
  })

  it('别的单位的方案、类型不同的草稿、没有上传过的依据文件', async () => {
    const text = await exported(await drafted())
    const outsider = await signedIn(server, [{ kind: 'handler', unitId: world.transport }], '外单位经办')
    const [fault] = (await read(text, null, outsider)).faults
    expect(fault?.message).toContain('其他单位')
    expect(
      errorOf(await outsider.call(files.beginFromFile, { body: { digest: await sent(text, outsider) } })).code,
    ).toBe('plan.otherUnit')
    const planId = await drafted()
    const kind = (await read(text.replace('类型: 指标考核实施方案', '类型: 年度考评方案'), planId)).faults
    expect(kind[0]?.message).toContain('类型')
    const basis = `  - 编号: 另件\n    名称: 附件\n    文件: { 状态: 已有, 校验码: ${'a'.repeat(64)}, 文件名: 附件.pdf }\n`
    const cited = text.replace(/^考核分组:/m, `依据文件:\n${basis}考核分组:`)
    expect((await read(cited, planId)).faults).toEqual([{ line: 1, message: expect.stringContaining('不在本平台') }])
    const params = { planId }
    const stranger = await outsider.call(files.importPlanFile, {
      params,
      body: { version: 2, digest: await sent(text, outsider) },
    })
    expect(stranger.statusCode).toBe(404)
    const theirs = await sent(`${text}# 外单位的文件\n`, outsider)
    const other = await world.handler.call(files.readPlanFile, { body: { digest: theirs, planId: null } })
    expect(other.statusCode).toBe(404)
  })
})
