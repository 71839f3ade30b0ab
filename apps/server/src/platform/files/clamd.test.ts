import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { tempFolder } from '../testing/temp-folder.ts'
import { clamdAddress, clamdScanner } from './clamd.ts'
import { type FakeClamd, fakeClamd } from './testing/fake-clamd.ts'

let clamd: FakeClamd

beforeEach(async () => {
  clamd = await fakeClamd()
})
afterEach(() => clamd.close())

const scan = (parts: readonly string[], more: object = {}) =>
  clamdScanner({ address: { host: '127.0.0.1', port: clamd.port }, name: 'test', patience: 300, ...more }).scan(
    Readable.from(parts.map((part) => Buffer.from(part))),
  )

it('sends the bytes part by part and believes what it is told', async () => {
  expect(await scan(['abc', '', 'def'])).toEqual({ state: 'clean' })
  expect(clamd.streams.map(String)).toEqual(['abcdef'])
  expect(await scan(['EI', 'CAR'])).toEqual({ state: 'infected', finding: 'Eicar-Test-Signature' })
})

it('over a unix socket too', async () => {
  const path = join(await tempFolder('clamd'), 'clamd.ctl')
  const local = await fakeClamd({ path })
  const scanner = clamdScanner({ address: { path }, name: path })
  expect(await scanner.scan(Readable.from([Buffer.from('EICAR')]))).toMatchObject({ state: 'infected' })
  await local.close()
  expect(await scanner.scan(Readable.from([Buffer.from('abc')]))).toEqual({ state: 'unscanned', cause: 'unreachable' })
})

it.each([
  ['silent', 'timeout'],
  ['hangsUp', 'unreachable'],
  ['babbles', 'fault'],
] as const)('a daemon that is %s leaves the file unscanned: %s', async (conduct, cause) => {
  clamd.behave(conduct)
  expect(await scan(['abc'])).toEqual({ state: 'unscanned', cause })
  clamd.behave('answers')
  expect(await scan(['abc'])).toEqual({ state: 'clean' })
})

it('takes a file that is too long, for us or for clamd, as unscanned, never as clean', async () => {
  expect(await scan(['abc', 'def'], { limit: 5 })).toEqual({ state: 'unscanned', cause: 'tooLarge' })
  const small = await fakeClamd({ limit: 4 })
  const scanner = clamdScanner({ address: { host: '127.0.0.1', port: small.port }, name: 'test' })
  const parts = Array.from({ length: 50 }, () => Buffer.alloc(65_536, 7))
  expect(await scanner.scan(Readable.from(parts))).toEqual({ state: 'unscanned', cause: 'tooLarge' })
  await small.close()
})

it('reads addresses', () => {
  expect(clamdAddress('tcp://10.0.0.5:3311')).toEqual({ host: '10.0.0.5', port: 3311 })
  expect(clamdAddress('tcp://[::1]')).toEqual({ host: '::1', port: 3310 })
  expect(clamdAddress('unix:/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' })
  expect(clamdAddress('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' })
  for (const word of ['clamd', 'http://x', 'tcp://', 'unix:relative']) expect(clamdAddress(word), word).toBeUndefined()
})
