import { canonicalItem } from '@quanheng/domain/item/canonical'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reader } from '../platform/database/database.ts'
import type { StoredChange } from '../platform/database/tables.ts'
import { changeDigest } from '../platform/door/act.ts'
import { startTestServer, type TestServer } from '../platform/testing/test-server.ts'
import { canonicalLoaded } from './collection/canonical.ts'
import { loadDatum } from './collection/datum-store.ts'
import { allRoutes } from './index.ts'
import { canonicalPerson, canonicalPost, canonicalSection, canonicalUnit } from './organisation/canonical.ts'
import { canonicalPlan, canonicalVersion } from './plan/canonical.ts'
import { loadRehearsal } from './rehearsal/begin.ts'
import { resultNouns } from './result/canonical.ts'
import { itemOf } from './scoring/item-store.ts'
import { canonicalSheet, withSignatures } from './scoring/sheet-store.ts'

/** A noun's canonical form from its live rows, by the same functions as the acts used. */
const forms: Readonly<Record<string, (db: Reader, id: string) => Promise<unknown>>> = {
  ...resultNouns,
  unit: async (db, id) =>
    canonicalUnit(await db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirstOrThrow()),
  section: async (db, id) =>
    canonicalSection(await db.selectFrom('section').selectAll().where('id', '=', id).executeTakeFirstOrThrow()),
  person: async (db, id) =>
    canonicalPerson(await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()),
  post: async (db, id) =>
    canonicalPost(await db.selectFrom('post').selectAll().where('id', '=', id).executeTakeFirstOrThrow()),
  plan: async (db, id) =>
    canonicalPlan(await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirstOrThrow()),
  planVersion: async (db, id) =>
    canonicalVersion(await db.selectFrom('plan_version').selectAll().where('id', '=', id).executeTakeFirstOrThrow()),
  datum: async (db, id) => {
    const loaded = await loadDatum(db, id)
    return loaded && canonicalLoaded(loaded)
  },
  item: async (db, id) =>
    canonicalItem(itemOf(await db.selectFrom('item').selectAll().where('id', '=', id).executeTakeFirstOrThrow())),
  sheet: async (db, id) => {
    const row = await db.selectFrom('sheet').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const [loaded] = await withSignatures(db, [row])
    return loaded && canonicalSheet(loaded)
  },
}

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
      const form = await forms[noun]?.(server.db, id)
      if (form === undefined || changeDigest(Buffer.from(salt, 'hex'), form) !== after) wrong.push(key)
    }
    expect(wrong).toEqual([])
    expect(last.size).toBeGreaterThan(400)
  })
})
