import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readSm2Pair, sm2PublicPem } from '../platform/log/sm2.ts'
import type { Notice } from '../platform/process/notice.ts'
import { tempFolder } from '../platform/testing/temp-folder.ts'
import { sm2Key } from './sm2-key.ts'

it('makes a key for the server’s account alone, tells its public part, and replaces none', async () => {
  const dataDir = join(await tempFolder(), 'data')
  const told: Notice[] = []
  const terminal = { line: () => {}, say: (notice: Notice) => told.push(notice) }
  const input = { dataDir, database: {} }
  await sm2Key(input, terminal)
  const file = join(dataDir, 'keys', 'log-sm2.pem')
  const pem = await readFile(file, 'utf8')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await stat(join(dataDir, 'keys'))).mode & 0o777).toBe(0o700)
  expect(told).toContainEqual({ code: 'key.made', params: { file, key: sm2PublicPem(readSm2Pair(pem).point) } })
  await expect(sm2Key(input, terminal)).rejects.toMatchObject({ code: 'key.exists' })
  expect(await readFile(file, 'utf8')).toBe(pem)
  expect(await readdir(join(dataDir, 'keys'))).toEqual(['log-sm2.pem'])
})
