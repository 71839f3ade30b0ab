import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Noticed, noticedActs, rehearsalOrigin, watchLeaves } from '@quanheng/log/noticed'
import { type OpenedEntry, type Receipt, receiptText } from '@quanheng/log/receipt'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256, sm3 } from '../apps/server/src/platform/log/means.ts'
import { origin, ours, python, signed, theirs, type Verdict, both as verdictOfBoth } from './testing/verifiers.ts'

const runs = process.env.QUANHENG_LONG ? 20_000 : 500
const seed = process.env.QUANHENG_LONG ? Date.now() : 5
/** Milliseconds: Python multiplies points of the curve for every change. */
const longest = 3_600_000

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const salt = '00112233445566778899aabbccddeeff'
const committed = (events: string): string =>
  createHash('sha256').update(Buffer.from(salt, 'hex')).update(events).digest('hex')

const events = [
  '[{"digest":"bb","before":"aa","version":"1.1.0","type":"programChanged"}]',
  '[{"place":"/mnt/audit","hours":25,"since":1,"type":"placeSilent"}]',
]
const leafOf = (act: string, action: string, told: string): string =>
  JSON.stringify({
    v: 1,
    origin,
    act,
    time: '2025-01-10T02:00:00.000Z',
    action,
    commitments: { events: committed(told) },
  })
const leaves = [
  leafOf('a0', 'datum.report', '[]'),
  leafOf('a1', 'log.programChanged', events[0] as string),
  leafOf('a2', 'log.placeSilent', events[1] as string),
  leafOf('a3', 'log.checked', '[]'),
]
const first = signed(sha256, origin, leaves)
const second = signed(sm3, `${origin}/sm3`, leaves)
const entryAt = (index: number) => ({
  index,
  leaf: leaves[index] as string,
  proof: first.proof(index),
  sm3Proof: second.proof(index),
})
const opened = (index: number, told: string): OpenedEntry => ({ ...entryAt(index), salt, events: told })
const receipt: Receipt = {
  v: 1,
  kind: 'quanheng.receipt',
  body: '云岭市交通运输局',
  on: '2025-01-10',
  keys: [first.key, second.key],
  checkpoint: first.note,
  sm3Checkpoint: second.note,
  labels: { 'datum.report': '报送数据' },
  entries: [entryAt(0)],
  noticed: [opened(1, events[0] as string), opened(2, events[1] as string), opened(3, '[]')],
}
const text = receiptText(receipt)
const both = (one: string): Verdict => verdictOfBoth({ text: one, keys: receipt.keys })
const withNoticed = (part: object): string =>
  receiptText({ ...receipt, noticed: [{ ...opened(2, events[1] as string), ...part }] })

const time = '2025-01-10T02:00:00.000Z'
const noticed: readonly Noticed[] = [
  { code: 'log.programChanged', leaf: 1, time, figures: { version: '1.1.0', digest: 'bb', before: 'aa' } },
  { code: 'log.placeSilent', leaf: 2, time, figures: { place: '/mnt/audit', hours: '25', since: '1' } },
]

describe('what a receipt tells of the log itself', () => {
  it('is named by both verifiers, with what the act says, and is no fault', () => {
    expect(both(text)).toMatchObject({ ok: true, noticed })
    const { noticed: _, ...older } = receipt
    expect(both(receiptText(older))).toMatchObject({ ok: true, noticed: [] })
  })

  it.each<[string, string, Verdict]>([
    ['is no list', receiptText({ ...receipt, noticed: null as never }), { ok: false, code: 'receipt.unreadable' }],
    ['is opened by no salt', withNoticed({ salt: 'ff' }), { ok: false, code: 'receipt.unreadable' }],
    ['has no events', withNoticed({ events: 3 }), { ok: false, code: 'receipt.unreadable' }],
    [
      'is opened by another salt',
      withNoticed({ salt: salt.replace('0', '1') }),
      { ok: false, code: 'receipt.event', index: '2' },
    ],
    [
      'says another place',
      withNoticed({ events: events[1]?.replace('audit', 'other') }),
      { ok: false, code: 'receipt.event', index: '2' },
    ],
    ['holds half a character', withNoticed({ events: '\ud800' }), { ok: false, code: 'receipt.event', index: '2' }],
    ['stands elsewhere', withNoticed({ index: 1 }), { ok: false, code: 'receipt.proof', index: '1' }],
    [
      'is of a day that is none',
      withNoticed({ leaf: leaves[2]?.replace('2025-01-10', '2025-02-30') }),
      { ok: false, code: 'receipt.leaf', index: '2' },
    ],
  ])('that %s is refused with the same first fault', (_, broken, verdict) => {
    expect(broken).not.toBe(text)
    expect(both(broken)).toEqual(verdict)
  })

  it(
    `changed anywhere is judged by both alike, and tells nothing that was not sealed (${runs} changes)`,
    () => {
      const begin = text.indexOf('"noticed"')
      const change = fc.record({
        at: fc.integer({ min: begin, max: text.length - 1 }),
        cut: fc.constantFrom(0, 0, 1, 1, 2, 30),
        put: fc.constantFrom('', '0', '1', 'a', '"', ',', '\\', '\\ud800', '\\u001b', '{', '[', '-', 'e9', '\n'),
      })
      const made = fc
        .sample(change, { numRuns: runs, seed })
        .map(({ at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut))
      const verdicts = theirs(made.map((one) => ({ text: one, keys: receipt.keys })))
      for (const [at, one] of made.entries()) {
        const own = ours({ text: one, keys: receipt.keys })
        expect(verdicts[at], one).toEqual(own)
        if (own.ok) expect(noticed, one).toEqual(expect.arrayContaining([...(own.noticed ?? [])]))
      }
    },
    longest,
  )
})

describe('a log read from its first leaf to its last', () => {
  /** `noticed.py` on logs as JSON lines: origin, leaves, events by leaf. */
  const reader = `
import json, sys
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
from noticed import LeafWatch, instant_of
for line in sys.stdin:
    asked = json.loads(line)
    watch = LeafWatch(asked["origin"])
    for leaf, (time, action) in enumerate(asked["leaves"]):
        if instant_of(time) is not None:
            watch.look(leaf, time, action)
    print(json.dumps(watch.noticed({int(leaf): text for leaf, text in asked["events"].items()})))
`

  it(`tells both the same, whatever its acts say (${runs} logs)`, () => {
    const clock = fc.integer({ min: 0, max: 200_000 }).map((at) => new Date(1_736_474_400_000 + at).toISOString())
    const odd = fc.constantFrom('2025-02-30T02:00:00.000Z', '2025-01-10T02:00:60.000Z', '')
    const action = fc.oneof(fc.constantFrom(...noticedActs), fc.constantFrom('datum.report', '__proto__'))
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        '\u001b[0m',
        '\ud800',
        '\u009f',
        '字'.repeat(301),
        '𠮷'.repeat(300),
        -0,
        1e300,
        3.5,
        true,
        2 ** 53,
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    )
    const names = ['seconds', 'from', 'to', 'version', 'digest', 'before', 'place', 'hours', 'since', 'other']
    const event = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 })
    const said = fc.oneof(
      event.map((one) => JSON.stringify([one])),
      fc.constantFrom(
        '',
        '[',
        'null',
        '[1]',
        '{}',
        '[NaN]',
        '[{"hours":1e999}]',
        `${'['.repeat(600)}${']'.repeat(600)}`,
      ),
      fc.constantFrom('[{"hours":-0.0,"since":3.0}]', '[{"hours":1,"hours":2}]', '[{"hours":12345678901234567890}]'),
    )
    const log = fc.record({
      origin: fc.constantFrom('quanheng/例', rehearsalOrigin),
      leaves: fc.array(fc.tuple(fc.oneof({ weight: 9, arbitrary: clock }, odd), action), { maxLength: 12 }),
      events: fc.dictionary(fc.integer({ min: 0, max: 12 }).map(String), said, { maxKeys: 8 }),
    })
    const logs = fc.sample(log, { numRuns: runs, seed })
    const input = logs.map((one) => JSON.stringify(one)).join('\n')
    const run = spawnSync(python, ['-c', reader, here('.')], { input, encoding: 'utf8', maxBuffer: 2 ** 28 })
    expect(run.stderr).toBe('')
    const told = run.stdout.trim().split('\n')
    let count = 0
    for (const [at, { origin: name, leaves: all, events: opens }] of logs.entries()) {
      const watch = watchLeaves(name)
      for (const [leaf, [when, act]] of all.entries()) watch.look(leaf, { time: when, action: act })
      const own = watch.noticed((leaf) => opens[String(leaf)])
      count += own.length
      expect(JSON.parse(told[at] ?? ''), JSON.stringify(logs[at])).toEqual(own)
    }
    expect(count).toBeGreaterThan(runs)
  })
})

describe('the two programs, as people run them', () => {
  let folder: string
  let file: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'quanheng-noticed-'))
    file = join(folder, '回执.json')
    writeFileSync(file, text)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const run = (command: string, ...asked: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(command, asked, { encoding: 'utf8' })
    return { status, stdout, stderr }
  }
  const ourProgram = (...asked: readonly string[]) =>
    run(process.execPath, here('../apps/cli/src/main.ts'), 'verify', file, ...asked)
  const theirProgram = (...asked: readonly string[]) => run(python, here('verify.py'), file, ...asked)

  it('end with 3 and name each leaf; with 0 when each is accounted for', () => {
    const [own, other] = [ourProgram(), theirProgram()]
    expect([own.status, other.status]).toEqual([3, 3])
    for (const said of [own.stdout, other.stderr]) {
      expect(said).toMatch(/须由人说明/)
      expect(said).toMatch(/第1号留痕（2025-01-10.*程序.*\n.*第2号留痕（2025-01-10.*另存处.*\/mnt\/audit/)
    }
    const parts = [ourProgram('--seen', '1'), theirProgram('--seen', '1')]
    for (const { status, stdout, stderr } of parts) {
      expect(status).toBe(3)
      expect(stdout + stderr).not.toContain('第1号留痕（')
      expect(stdout + stderr).toContain('第2号留痕（')
    }
    const all = [ourProgram('--seen', '2,1'), theirProgram('--seen', '2,1')]
    for (const { status, stdout, stderr } of all) {
      expect(status).toBe(0)
      expect(stdout + stderr).not.toContain('须由人说明')
    }
    expect([ourProgram('--seen', 'x').status, theirProgram('--seen', 'x').status]).toEqual([2, 2])
  })

  it('print the same of it as JSON', () => {
    const [own, other] = [ourProgram('--json'), theirProgram()].map(({ stdout }) => JSON.parse(stdout))
    expect(own.noticed).toEqual(noticed)
    expect(other.noticed).toEqual(noticed)
  })
})
