import { Buffer } from 'node:buffer'
import { suggestedRetention } from '@quanheng/domain/archive/model'
import { paths, sealOrigin, storedFile } from '@quanheng/papers/archive/model'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifierKeys } from '../../platform/log/entries.ts'
import { newestCheckpoint } from '../../platform/log/seal.ts'
import { startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes, loggedNouns } from '../index.ts'
import { makeArchiveFile } from './make-archive.ts'
import { lockedYear } from './testing/archive-world.ts'
import { type Contents, ours, packedAgain, theirs, unpacked, type Verdict } from './testing/both-verifiers.ts'
import { templatePaper } from './testing/template-paper.ts'
import { yearsOf } from './year.ts'

const mutations = process.env.QUANHENG_LONG ? 20_000 : 400
const seed = process.env.QUANHENG_LONG ? Date.now() : 11
/** Milliseconds: a package that is sealed again costs Python some points of the curve. */
const longest = 6 * 3_600_000

let server: TestServer
let whole: Buffer
let contents: Contents
let keys: readonly string[]
let template: Awaited<ReturnType<typeof templatePaper>>

/** What somebody who has the log's key can do: any content under a seal that holds. */
const sealed = async (manifestDigest: Uint8Array): Promise<string> => {
  const head = await newestCheckpoint(server.db)
  const note = await server.platform.sealer.attest({
    origin: sealOrigin('quanheng/test'),
    size: head?.size ?? 0,
    root: manifestDigest,
  })
  if (!note.ok) throw new Error(note.error.code)
  return note.value
}

beforeAll(async () => {
  server = await startTestServer(allRoutes, { probe: false })
  const world = await lockedYear(server, '核')
  template = await templatePaper(server, world)
  const [year] = await yearsOf(server.db, world.office)
  if (year === undefined) throw new Error('no year')
  const request = { year, organ: '绩效办', on: '2025-01-20', retention: suggestedRetention }
  const made = await makeArchiveFile(server.platform, loggedNouns, request)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  const chunks: Buffer[] = []
  for await (const chunk of server.platform.files.open(made.value.zipDigest)) chunks.push(chunk as Buffer)
  whole = Buffer.concat(chunks)
  contents = await unpacked(whole)
  keys = await verifierKeys(server.db)
})
afterAll(() => server.close())

const textAt = (path: string): string => Buffer.from(contents.get(path) ?? []).toString('utf8')
const changed = (path: string, change: (text: string) => string): Contents =>
  new Map(contents).set(path, Buffer.from(change(textAt(path))))
const without = (path: string): Contents => new Map([...contents].filter(([one]) => one !== path))

const aStoredFile = (): string => {
  const found = [...contents.keys()].find((path) => path.startsWith('files/'))
  if (found === undefined) throw new Error('no stored file')
  return found
}

const both = async (bytes: Uint8Array): Promise<Verdict> => {
  const own = await ours(bytes, keys)
  expect(await theirs([bytes], keys)).toEqual([own])
  return own
}

const resealed = (parts: Contents) => packedAgain(parts, sealed)

/** Another value in the first place where the pattern stands. */
const put = (from: RegExp, to: string) => (text: string) => {
  expect(text).toMatch(from)
  return text.replace(from, to)
}

describe('the two verifiers of archive packages', () => {
  it('accept the package, and count the same', async () => {
    const verdict = await both(whole)
    expect(verdict).toMatchObject({ ok: true, trusted: true, counts: { unchecked: 0, draws: 1 } })
    expect(verdict.counts?.scores).toBeGreaterThan(3)
  })

  it('refuse keys that are not those noted down', async () => {
    const strange = [keys[0]?.replace(/\+.*\+/, '+00000000+') ?? '']
    expect(await ours(whole, strange)).toEqual({ ok: false, code: 'receipt.signature' })
    expect(await theirs([whole], strange)).toEqual([{ ok: false, code: 'receipt.signature' }])
  })

  /** Numbers are those of the attack table that the platform is held to (ADR 0093): what a package can show of it. */
  it.each<[string, () => Promise<Uint8Array>, object]>([
    ['cut off', async () => whole.subarray(0, -1), { code: 'archive.zip' }],
    ['with a byte behind', async () => Buffer.concat([whole, Buffer.from([0])]), { code: 'archive.zip' }],
    ['with bytes before', async () => Buffer.concat([Buffer.from('PK'), whole]), { code: 'archive.zip' }],
    ['empty', async () => new Uint8Array(), { code: 'archive.zip' }],
    ['packed again', () => packedAgain(changed('README.txt', (text) => `${text}\n`)), { code: 'archive.seal' }],
    ['without a file', () => resealed(without(paths.draws)), { code: 'archive.form', path: paths.draws }],
    [
      'with a leaf left out (6)',
      () => resealed(changed(paths.leaves, (t) => t.replace(/^.*\n/, ''))),
      { code: 'archive.milestone' },
    ],
    [
      'with another time in a leaf',
      () => resealed(changed(paths.leaves, put(/"time":"2025/, '"time":"2024'))),
      { code: 'archive.milestone' },
    ],
    [
      'with another person behind an act',
      () => resealed(changed(paths.acts, put(/\\"personId\\":\\"[0-9a-f]/, '\\"personId\\":\\"z'))),
      { code: 'archive.act' },
    ],
    [
      'with another figure in a datum (1)',
      () => resealed(changed(paths.objects, put(/\\"value\\":\\"6.5\\"/, '\\"value\\":\\"6.4\\"'))),
      { code: 'archive.object', noun: 'datum' },
    ],
    [
      'with a thing left out (5)',
      () => resealed(changed(paths.objects, put(/^.*"noun":"sheet".*\n/m, ''))),
      { code: 'archive.objectMissing', noun: 'sheet' },
    ],
    [
      'with another mark in the plan',
      () => resealed(changed(paths.plans, put(/\\"fullMark\\":\\"/, '\\"fullMark\\":\\"1'))),
      { code: 'archive.plan' },
    ],
    [
      'with other points in a signed row',
      () => resealed(changed(paths.sheets, put(/\\"points\\":\\"/, '\\"points\\":\\"1'))),
      { code: 'archive.sheet' },
    ],
    [
      'with other points in a locked version',
      () => resealed(changed(paths.runs, put(/\\"points\\":\[\\"/, '\\"points\\":[\\"1'))),
      { code: 'archive.run' },
    ],
    [
      'with another total',
      () => resealed(changed(paths.runs, put(/"total":"/, '"total":"1'))),
      { code: 'archive.total' },
    ],
    ['with another rank', () => resealed(changed(paths.runs, put(/"rank":1/, '"rank":2'))), { code: 'archive.total' }],
    [
      'with a score that reads another input',
      () => resealed(changed(paths.scores, put(/"name":"[^"]*"/, '"name":"别的"'))),
      { code: 'archive.score' },
    ],
    [
      'with another unit drawn',
      () => resealed(changed(paths.draws, put(/\\"picked\\":\[{\\"code\\":\\"U/, '\\"picked\\":[{\\"code\\":\\"V'))),
      { code: 'archive.draw' },
    ],
    [
      'whose witness is said to have proved less',
      () => resealed(changed(paths.draws, put(/secondFactor/, 'password'))),
      { code: 'archive.draw' },
    ],
    [
      'whose witness is said to have proved what is not known',
      () => resealed(changed(paths.draws, put(/secondFactor/, 'seal'))),
      { code: 'archive.draw' },
    ],
    [
      'without the signature of the witness',
      () => resealed(changed(paths.draws, put(/\\"attested\\":{[^}]*},/, ''))),
      { code: 'archive.draw' },
    ],
    [
      'with another proof in the logged signature of the witness',
      () => resealed(changed(paths.objects, put(/\\"proof\\":\\"secondFactor/, '\\"proof\\":\\"password'))),
      { code: 'archive.object', noun: 'verification' },
    ],
    [
      'with two leaves changed about (7)',
      () => resealed(changed(paths.leaves, (text) => text.replace(/^(.*\n)(.*\n)/, '$2$1'))),
      { code: 'archive.milestone' },
    ],
    [
      'with a scan replaced under its name (8)',
      () => resealed(new Map(contents).set(aStoredFile(), Buffer.from('replaced'))),
      { code: 'archive.file' },
    ],
    [
      'without a paper made from the office’s template',
      () => resealed(without(storedFile(template.paper))),
      { code: 'archive.paper' },
    ],
    ['without that template', () => resealed(without(storedFile(template.template))), { code: 'archive.paper' }],
    ['with a line that is no object', () => resealed(changed(paths.scores, () => '[]\n')), { code: 'archive.form' }],
    [
      'with an added file',
      () => resealed(new Map(contents).set('files/x', Buffer.from('x'))),
      { code: 'archive.file' },
    ],
  ])('name the first fault of one %s', async (_, made, fault) => {
    expect(await both(await made())).toMatchObject({ ok: false, ...fault })
  })

  it(
    `changed anywhere is refused by both alike (${Math.round(mutations * 0.9)} changes)`,
    async () => {
      const edge = fc.constantFrom(0, 30, 60, whole.length - 22, whole.length - 100)
      const change = fc.record({
        at: fc.oneof(fc.nat({ max: whole.length - 1 }), edge),
        cut: fc.constantFrom(0, 1, 1, 1, 2, 4, 30, 500),
        put: fc.constantFrom('', '\u0000', '\u0001', 'P', 'PK\u0003\u0004', '../', '\u00ff', '0', 'A'),
      })
      const drawn = fc.sample(change, { numRuns: Math.round(mutations * 0.9), seed })
      await sameVerdicts(
        drawn.map(
          ({ at, cut, put: text }) =>
            async () =>
              Buffer.concat([whole.subarray(0, at), Buffer.from(text, 'latin1'), whole.subarray(at + cut)]),
        ),
        (bytes, verdict) => expect(verdict.ok && !whole.equals(bytes)).toBe(false),
      )
    },
    longest,
  )

  it(
    `changed in its texts and sealed again is judged by both alike (${Math.round(mutations * 0.1)} changes)`,
    async () => {
      const change = fc.record({
        path: fc.constantFrom(...Object.values(paths)),
        at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        cut: fc.constantFrom(0, 1, 1, 2, 40),
        put: fc.constantFrom('', '0', '9', 'a', '"', ',', '}', '\n', '[]', 'null', '{}'),
      })
      const drawn = fc.sample(change, { numRuns: Math.round(mutations * 0.1), seed })
      await sameVerdicts(
        drawn.map(({ path, at, cut, put: text }) => () => {
          const begin = Math.floor(at * textAt(path).length)
          return resealed(changed(path, (old) => old.slice(0, begin) + text + old.slice(begin + cut)))
        }),
        (bytes, verdict) => {
          if (verdict.ok) expect(bytes.length).toBeGreaterThan(0)
        },
      )
    },
    longest,
  )
})

const batch = 50

const sameVerdicts = async (
  made: readonly (() => Promise<Uint8Array>)[],
  look: (bytes: Uint8Array, verdict: Verdict) => void,
): Promise<void> => {
  for (let begin = 0; begin < made.length; begin += batch) {
    const packages = await Promise.all(made.slice(begin, begin + batch).map((make) => make()))
    const told = await theirs(packages, keys)
    for (const [at, bytes] of packages.entries()) {
      const own = await ours(bytes, keys)
      expect({ place: begin + at, verdict: told[at] }).toEqual({ place: begin + at, verdict: own })
      look(bytes, own)
    }
  }
}
