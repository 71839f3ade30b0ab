import { resetRehearsal } from '@quanheng/contract/account'
import type { PostKind } from '@quanheng/domain/ability/posts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedUnit, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { loadRehearsal } from './begin.ts'

const load = async (): Promise<{ server: TestServer; told: string[] }> => {
  const server = await startTestServer(allRoutes, { kind: 'new' })
  const told: string[] = []
  await loadRehearsal({
    platform: server.platform,
    bindings: allRoutes(server.platform),
    tell: (percent, doing) => told.push(`${percent} ${doing}`),
  })
  return { server, told }
}

/** Everything that the world says, without what is random on purpose (password hashes). */
const world = async ({ db }: TestServer): Promise<string[]> => {
  const leaves = await db
    .selectFrom('leaf')
    .innerJoin('act', 'act.id', 'leaf.act_id')
    .select('leaf.bytes')
    .orderBy('act.seq')
    .execute()
  return leaves.map((leaf) => leaf.bytes.toString('utf8'))
}

describe('演练环境', () => {
  let first: { server: TestServer; told: string[] }
  let second: { server: TestServer; told: string[] }
  beforeAll(async () => {
    first = await load()
    second = await load()
  })
  afterAll(async () => {
    await first.server.close()
    await second.server.close()
  })

  it('同一世界装载两次，每一片存证叶逐字节相同', async () => {
    const [a, b] = [await world(first.server), await world(second.server)]
    expect(a.length).toBeGreaterThan(200)
    expect(b).toEqual(a)
  })

  it('进度只进不退', () => {
    const percents = first.told.map((line) => Number(line.split(' ')[0]))
    expect(percents).toEqual(percents.toSorted((a, b) => a - b))
  })

  it('有二十四个被考核单位、三个组、约九十人', async () => {
    const people = await first.server.db.selectFrom('person').select('name').execute()
    expect(people.length).toBeGreaterThanOrEqual(80)
    const installation = first.server.platform.installation.current()
    expect(installation).toMatchObject({ kind: 'rehearsal' })
  })
})

describe('重新开始演练', () => {
  it('由系统管理员或绩效办主任办理，别人不能办；正式环境不予办理', async () => {
    const server = await startTestServer(allRoutes)
    try {
      const unitId = await seedUnit(server.db, '云岭市绩效办')
      const held = async (kind: PostKind) =>
        (await (await signedIn(server, [{ kind, unitId }], kind)).call(resetRehearsal, {})).json().error?.code
      expect(await held('unitReporter')).toBe('platform.notAllowed')
      expect(await held('systemAdmin')).toBe('account.notRehearsal')
      expect(await held('officeDirector')).toBe('account.notRehearsal')
      expect(server.platform.installation.current()).toMatchObject({ kind: 'real' })
    } finally {
      await server.close()
    }
  })
})
