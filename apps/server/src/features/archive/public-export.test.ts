import { Buffer } from 'node:buffer'
import * as contract from '@quanheng/contract/archive'
import { paths, sealOrigin } from '@quanheng/papers/archive/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifierKeys } from '../../platform/log/entries.ts'
import { newestCheckpoint } from '../../platform/log/seal.ts'
import { type Caller, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { codeOf, done } from '../result/testing/result-world.ts'
import { lockedYear } from './testing/archive-world.ts'
import { type Contents, ours, packedAgain, theirs, unpacked, type Verdict } from './testing/both-verifiers.ts'

let server: TestServer
let director: Caller
let staff: Caller
let bytes: Buffer
let contents: Contents
let keys: readonly string[]

beforeAll(async () => {
  server = await startTestServer(allRoutes, { probe: false })
  ;({ director, staff } = await lockedYear(server, '公'))
  await server.db.updateTable('person').set({ phone: '0000-5551234', mail: 'somebody@example.org' }).execute()
})
afterAll(() => server.close())

const both = async (file: Uint8Array): Promise<Verdict> => {
  const own = await ours(file, keys)
  expect(await theirs([file], keys)).toEqual([own])
  return own
}

const textAt = (path: string): string => Buffer.from(contents.get(path) ?? []).toString('utf8')

/** Sealed again by somebody who has the log's key. */
const resealed = async (path: string, change: (text: string) => string): Promise<Uint8Array> => {
  const head = await newestCheckpoint(server.db)
  return packedAgain(new Map(contents).set(path, Buffer.from(change(textAt(path)))), async (root) => {
    const { size } = JSON.parse(textAt('manifest.json'))
    const note = await server.platform.sealer.attest({ origin: sealOrigin('quanheng/test'), size, root })
    if (!note.ok || head === undefined) throw new Error('not sealed')
    return note.value
  })
}

describe('公开稿', () => {
  it('is made by the director of the office alone', async () => {
    expect((await staff.call(contract.publishArchive, { body: { year: 2024 } })).statusCode).toBe(403)
    const none = await director.call(contract.publishArchive, { body: { year: 2019 } })
    expect(codeOf(none)).toBe('platform.notFound')
  })

  it('is not made while a person’s contact stands in what would be published', async () => {
    // The title of the year plan stands in what is published: here it is somebody's mailbox.
    const mailOf = (mail: string | null) =>
      server.db.updateTable('person').set({ mail }).where('id', '=', director.personId).execute()
    await mailOf('2024年度绩效考评方案')
    const refused = await director.call(contract.publishArchive, { body: { year: 2024 } })
    await mailOf(null)
    expect(codeOf(refused)).toBe('archive.personal')
    expect(refused.json().error.message).toContain('电话或者邮箱')
    expect((await done(director, contract.listArchives)).rows).toEqual([])
  })

  it('verifies against the sealed log by both verifiers, and opens nothing of people, sheets and drafts', async () => {
    const { archiveId } = await done(director, contract.publishArchive, { body: { year: 2024 } })
    const listed = await done(director, contract.listArchives)
    expect(listed.rows).toMatchObject([{ id: archiveId, purpose: 'public' }])
    expect(listed.may).toEqual(['make', 'publish'])
    const reply = await director.call(contract.archiveFile, { params: { archiveId } })
    expect(decodeURIComponent(String(reply.headers['content-disposition']))).toContain('2024年度公开稿.zip')
    bytes = reply.rawPayload
    contents = await unpacked(bytes)
    keys = await verifierKeys(server.db)
    expect(await both(bytes)).toMatchObject({ ok: true, kind: 'public', counts: { totals: 3, acts: 0, sheets: 0 } })
    const nouns = new Set(
      textAt(paths.objects)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).noun),
    )
    expect([...nouns].sort()).toEqual(['planVersion', 'result', 'run', 'unit'])
    const people = await server.db.selectFrom('person').select('name').execute()
    const whole = [...contents.values()].map((part) => Buffer.from(part).toString('utf8')).join('\n')
    for (const { name } of people) expect([name, whole.includes(name)]).toEqual([name, false])
    expect(whole).not.toContain('0000-5551234')
    expect(textAt('results.csv')).toContain('名次')
  })

  it('is refused by both where points, a total or a name were changed, sealed again or not', async () => {
    const points = await resealed(paths.runs, (text) => text.replace(/\\"points\\":\[\\"/, '\\"points\\":[\\"1'))
    expect(await both(points)).toMatchObject({ ok: false, code: 'archive.run' })
    const total = await resealed(paths.runs, (text) => text.replace(/"total":"/, '"total":"1'))
    expect(await both(total)).toMatchObject({ ok: false, code: 'archive.total' })
    const name = await resealed(paths.objects, (text) => text.replace(/(\\"noun\\":\\"run)/, '$1 '))
    expect((await both(name)).ok).toBe(false)
    const hidden = await resealed(paths.others, (text) => text.replace(/^.*\n/, ''))
    expect(await both(hidden)).toMatchObject({ ok: false, code: 'archive.objectMissing' })
    expect((await both(bytes.subarray(0, -1))).ok).toBe(false)
  })
})
