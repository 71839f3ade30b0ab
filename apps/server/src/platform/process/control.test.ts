import { mkdir, stat } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { tempFolder } from '../testing/temp-folder.ts'
import { askServer, serveControl } from './control.ts'
import type { Notice } from './notice.ts'
import { Refusal } from './refusal.ts'
import { holdDataDirectory } from './run-file.ts'

async function serving(dir: string) {
  const hold = await holdDataDirectory(dir, 'start')
  const control = await serveControl(dir, hold.token)
  onTestFinished(control.close)
  await hold.tell({ control: control.path })
  return control
}

test('a handler gives its result, its notices on the way and its refusal as they are', async () => {
  const dir = await tempFolder()
  const { onCommand } = await serving(dir)
  onCommand('double', async (input, say) => {
    say({ code: 'migration.none', params: { count: 2 } })
    return Number(input) * 2
  })
  onCommand('refuse', async () => {
    throw new Refusal('port.denied', { port: 80 })
  })
  const heard: Notice[] = []
  expect(await askServer(dir, 'double', 21, (notice) => heard.push(notice))).toEqual({ result: 42 })
  expect(heard).toEqual([{ code: 'migration.none', params: { count: 2 } }])
  await expect(askServer(dir, 'refuse')).rejects.toMatchObject({ code: 'port.denied', params: { port: 80 } })
  await expect(askServer(dir, 'absent')).rejects.toThrow('unknown command absent')
})

test('with no server running there is nobody to ask', async () => {
  expect(await askServer(await tempFolder(), 'ping')).toBeUndefined()
})

test('a process that holds the directory without serving is named', async () => {
  const dir = await tempFolder()
  await holdDataDirectory(dir, 'migrate')
  await expect(askServer(dir, 'ping')).rejects.toMatchObject({ code: 'data.held', params: { what: 'migrate' } })
})

test('a server that went away without answering is said to be unreachable', async () => {
  const dir = await tempFolder()
  const hold = await holdDataDirectory(dir, 'start')
  await hold.tell({ control: join(dir, 'control.sock') })
  await expect(askServer(dir, 'ping')).rejects.toMatchObject({ code: 'server.unreachable' })
})

test.each(['', '权衡'.repeat(40)])(
  'the socket is closed to others and answers nobody without the token %#',
  async (below) => {
    const dir = join(await tempFolder(), below)
    await mkdir(dir, { recursive: true })
    const { path, onCommand } = await serving(dir)
    onCommand('secret', async () => 'told')
    expect((await stat(path)).mode & 0o077).toBe(0)
    const answer = await new Promise<string>((resolve) => {
      const socket = createConnection(path, () => socket.write('{"token":"guess","command":"secret"}\n'))
      socket.on('data', (chunk) => resolve(chunk.toString()))
    })
    expect(JSON.parse(answer)).toEqual({ error: 'token' })
  },
)
