import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredChange } from '../platform/database/tables.ts'
import { changeDigest } from '../platform/door/act.ts'
import { startTestServer, type TestServer } from '../platform/testing/test-server.ts'
import { allRoutes } from './index.ts'
import { loggedNouns } from './logged-nouns.ts'
import { loadRehearsal } from './rehearsal/begin.ts'

/** Facts of the moment: a password set, the day moved. No row of theirs says what the act said. */
const momentary = ['credential', 'rehearsalDate']

describe('变更摘要', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer(allRoutes, { kind: 'new' })
    await loadRehearsal({ platform: server.platform, bindings: allRoutes(server.platform), tell: () => {} })
  })
  afterAll(() => server.close())

  it('每个对象最后一次变更的摘要，都能由库中现有各行复算；前后两次首尾相接', async () => {
    const acts = await server.db.selectFrom('act').select(['seq', 'changes']).orderBy('seq').execute()
    const last = new Map<string, StoredChange>()
    const broken: string[] = []
    for (const change of acts.flatMap((act) => act.changes)) {
      const key = `${change.noun} ${change.id}`
      const earlier = last.get(key)
      if (change.noun !== 'rehearsalDate' && (earlier?.after ?? null) !== change.before) broken.push(key)
      last.set(key, change)
    }
    expect(broken).toEqual([])
    const wrong: string[] = []
    for (const [key, { noun, id, after, salt }] of last) {
      if (momentary.includes(noun)) continue
      const form = await loggedNouns[noun]?.form(server.db, id)
      if (form === undefined || changeDigest(Buffer.from(salt, 'hex'), form) !== after) wrong.push(key)
    }
    expect(wrong).toEqual([])
    expect(last.size).toBeGreaterThan(400)
  })

  it('全面核对演练年度：各表每一行都有留痕，每条留痕都有其行，并记为一次操作', async () => {
    const { sealer } = server.platform
    const sealed = await sealer.now(null)
    const checked = await sealer.check(loggedNouns)
    expect(checked?.faults).toEqual([])
    expect(checked?.leaves).toBe(sealed.ok ? sealed.value?.size : 0)
    expect(checked?.things).toBeGreaterThan(400)
    expect(sealer.trouble()).toEqual([])
    const newest = await server.db.selectFrom('act').select('action').orderBy('seq', 'desc').executeTakeFirstOrThrow()
    expect(newest.action).toBe('log.checked')
    expect(await sealer.checkedAt()).not.toBeNull()
  })
})
