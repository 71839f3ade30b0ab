import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allRoutes } from '../../features/index.ts'
import { failingSteps, faultyDisk } from '../files/testing/faulty-disk.ts'
import { seedUnit, startTestServer, type TestServer } from '../testing/test-server.ts'
import { backUp } from './back-up.ts'
import { openerOf } from './encryption.ts'
import { readPack } from './unpack.ts'

let server: TestServer
let folder: string
const disk = faultyDisk()

beforeAll(async () => {
  server = await startTestServer(allRoutes, { probe: false })
  folder = await mkdtemp(join(tmpdir(), 'quanheng-backups-'))
  await seedUnit(server.db, '云岭市绩效考评办公室')
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const make = (file: string) =>
  backUp({
    ownerUrl: server.ownerUrl,
    dataDir: server.platform.options.dataDir,
    file,
    lock: {},
    program: '0.0.0',
    now: new Date('2025-01-10T02:00:00Z'),
    disk,
  })

const steps = failingSteps.filter((step) => !['exists', 'makeFolder'].includes(step))

it.each(steps.flatMap((step) => ['ENOSPC', 'EIO'].map((code) => [step, code] as const)))(
  'a backup whose %s fails with %s is refused by name, leaves nothing that looks like one, and is made afterwards',
  async (step, code) => {
    const file = join(folder, `${step}-${code}.tar.gz`)
    disk.fail({ step, code })
    await expect(make(file)).rejects.toMatchObject({ code: 'backup.failed', params: { file } })
    const left = (await readdir(folder)).filter((name) => name.startsWith(`${step}-${code}`))
    // Where only the folder could not be synced the file has been read from end to end, and stays whole.
    expect(left).toEqual(step === 'syncFolder' ? [`${step}-${code}.tar.gz`] : [])
    disk.fail(undefined)
    await rm(file, { force: true })
    await make(file)
    expect((await readPack(file, await openerOf({}))).kind).toBe('real')
  },
)
