import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { receiptFile } from '@quanheng/contract/checkpoint'
import { createUnit } from '@quanheng/contract/organisation'
import { parseCheckpoint } from '@quanheng/log/checkpoint'
import { ed25519, parseNote, parseVerifierKey, verifyNote } from '@quanheng/log/note'
import { sm2Type } from '@quanheng/log/sm2'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { both } from '../../../../../verify/testing/verifiers.ts'
import { allRoutes } from '../../features/index.ts'
import { silentLogger } from '../logger.ts'
import { withClient } from '../postgres/client.ts'
import { type Caller, seedUnit, signedIn, startTestServer, type TestServer } from '../testing/test-server.ts'
import { sha256, verifySignature } from './means.ts'
import { newestCheckpoint } from './seal.ts'
import { makeSealer } from './sealer.ts'
import { makeSm2Key } from './signer.ts'
import { makeSm2Pair } from './sm2.ts'

let server: TestServer
let office: Caller
let unitId: string
let registered = 0

beforeEach(async () => {
  server = await startTestServer(allRoutes, { probe: false })
  unitId = await seedUnit(server.db, '绩效办')
  office = await signedIn(server, [{ kind: 'officeStaff', unitId }])
})
afterEach(() => server.close())

const keyFile = (name = 'log.pem') => join(server.platform.options.dataDir, 'keys', name)

/** One more act, sealed by a program that has just been started. @returns the refusal's code and file, or null */
const seal = async () => {
  registered++
  const body = { name: `第${registered}局`, shortName: `${registered}`, aliases: [], sortCode: registered }
  expect((await office.call(createUnit, { body })).statusCode).toBe(200)
  const sealer = makeSealer({
    database: () => server.db,
    installation: server.platform.installation,
    clock: server.platform.clock,
    logger: silentLogger,
    dataDir: server.platform.options.dataDir,
    places: [],
  })
  const result = await sealer.now(null)
  return result.ok ? null : [result.error.code, result.error.params?.file]
}

const keys = async () => (await server.db.selectFrom('log_key').select('verifier').execute()).map((row) => row.verifier)

/** How many lines of each kind of key hold under both notes of the newest checkpoint. */
const holding = async (): Promise<Record<number, number>> => {
  const newest = await newestCheckpoint(server.db)
  const found: Record<number, number> = { [ed25519]: 0, [sm2Type]: 0 }
  for (const text of [newest?.note, newest?.sm3_note]) {
    const note = parseNote(text ?? '')
    const head = note && parseCheckpoint(note.text)
    for (const line of await keys()) {
      const key = parseVerifierKey(sha256, line)
      if (!note || !key || key.name !== head?.origin) continue
      if (verifyNote(sha256, verifySignature, note, key)) found[key.type] = (found[key.type] ?? 0) + 1
    }
  }
  return found
}

describe('a checkpoint signed with SM2 as well', () => {
  it('holds by either key alone, in both verifiers', async () => {
    await makeSm2Key(keyFile())
    expect(await seal()).toBeNull()
    expect(await holding()).toEqual({ [ed25519]: 2, [sm2Type]: 2 })
    const { body: text } = await office.call(receiptFile, { params: { unitId } })
    const all = await keys()
    for (const kind of [ed25519, sm2Type]) {
      const some = all.filter((line) => parseVerifierKey(sha256, line)?.type === kind)
      expect(some).toHaveLength(2)
      expect(both({ text, keys: some }).ok).toBe(true)
    }
    const stranger = { text: text.replace(/\\n(\d+)\\n/, '\\n9$1\\n'), keys: all }
    expect(both(stranger)).toMatchObject({ ok: false, code: 'receipt.signature' })
  })

  it('may begin later: what was signed before holds as it did', async () => {
    expect(await seal()).toBeNull()
    expect(await holding()).toEqual({ [ed25519]: 2, [sm2Type]: 0 })
    await makeSm2Key(keyFile())
    expect(await seal()).toBeNull()
    expect(await holding()).toEqual({ [ed25519]: 2, [sm2Type]: 2 })
    expect(await makeSm2Key(keyFile())).toBeUndefined()
  })

  it('is asked for ever after: the key taken away, or another in its place, stops the sealing by name', async () => {
    await makeSm2Key(keyFile())
    expect(await seal()).toBeNull()
    await rm(keyFile('log-sm2.pem'))
    expect(await seal()).toEqual(['checkpoint.keyMissing', 'keys/log-sm2.pem'])
    await writeFile(keyFile('log-sm2.pem'), makeSm2Pair().pem)
    expect(await seal()).toEqual(['checkpoint.otherKey', undefined])
  })

  it('is not ours any more once its line is another’s', async () => {
    await makeSm2Key(keyFile())
    expect(await seal()).toBeNull()
    const note = (await newestCheckpoint(server.db))?.note ?? ''
    const lines = note.trimEnd().split('\n')
    const last = lines.at(-1) as string
    const at = last.length - 20
    const changed = `${last.slice(0, at)}${last[at] === 'A' ? 'B' : 'A'}${last.slice(at + 1)}`
    const forged = `${[...lines.slice(0, -1), changed].join('\n')}\n`
    await withClient(server.ownerUrl, (client) => client.query('UPDATE checkpoint SET note = $1', [forged]))
    expect(await seal()).toEqual(['checkpoint.forged', undefined])
  })
})
