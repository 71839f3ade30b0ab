import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeSm2Pair, verifySm2 } from '../apps/server/src/platform/log/sm2.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((place) => existsSync(place)) ?? 'python3'
const runs = process.env.QUANHENG_LONG ? 2_000 : 30

const program = `
import json, sys
sys.path.insert(0, ${JSON.stringify(folder)})
from sm2 import verify_sm2
print(json.dumps([verify_sm2(*map(bytes.fromhex, case)) for case in json.load(sys.stdin)]))`

type Case = readonly [point: Buffer, message: Buffer, signature: Buffer]

const theirs = (cases: readonly Case[]): boolean[] => {
  const input = JSON.stringify(cases.map((parts) => parts.map((part) => part.toString('hex'))))
  const { stdout, stderr } = spawnSync(python, ['-c', program], { input, encoding: 'utf8', maxBuffer: 1 << 26 })
  expect(stderr).toBe('')
  return JSON.parse(stdout) as boolean[]
}

it(`both verifiers say the same of ${runs} SM2 signatures, whole or with a byte changed anywhere`, () => {
  const pair = makeSm2Pair()
  const texts = fc.sample(fc.uint8Array({ maxLength: 200 }), runs)
  const changes = fc.sample(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.nat(), fc.integer({ min: 1, max: 255 })), runs)
  const cases = texts.map((text, at): Case => {
    const parts = [Buffer.from(pair.point), Buffer.from(text), pair.sign(text)] as const
    const [which, place, by] = changes[at] as [0 | 1 | 2, number, number]
    const part = parts[which]
    if (at % 3 !== 0 && part.length > 0) part[place % part.length] = (part[place % part.length] as number) ^ by
    return parts
  })
  const ours = cases.map(([point, message, signature]) => verifySm2(point, message, signature))
  expect(ours.filter(Boolean).length).toBeGreaterThanOrEqual(runs / 3)
  expect(ours.filter(Boolean).length).toBeLessThan(runs)
  expect(theirs(cases)).toEqual(ours)
}, 600_000)
