import { timingSafeEqual } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createConnection, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Notice, Say } from './notice.ts'
import { Refusal, type RefusalCode, type Refusals, reasonOf } from './refusal.ts'
import { holderOf } from './run-file.ts'

/** Runs in the server for a command of the command line; `input` comes from outside and is the handler's to check. */
export type ControlHandler = (input: unknown, say: Say) => Promise<unknown>

/** Lets a feature answer a command of the command line beside the running server. */
export type OnCommand = (name: string, handler: ControlHandler) => void

export interface Control {
  readonly path: string
  readonly onCommand: OnCommand
  close(): Promise<void>
}

interface Request {
  readonly token: string
  readonly command: string
  readonly input?: unknown
}

type Answer =
  | { notice: Notice }
  | { result: unknown }
  | { refusal: { code: RefusalCode; params: Refusals[RefusalCode] } }
  | { error: string }

/** Paths of sockets end at 107 bytes on Linux, which a Chinese path soon has; then a private folder elsewhere. */
async function socketPlace(dir: string): Promise<{ path: string; made?: string }> {
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\quanheng-${process.pid}` }
  const path = join(dir, 'control.sock')
  if (Buffer.byteLength(path) <= 100) return { path }
  const made = await mkdtemp(join(tmpdir(), 'quanheng-'))
  return { path: join(made, 'control.sock'), made }
}

function isToken(given: unknown, token: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

async function answer(line: string, token: string, handlers: Map<string, ControlHandler>, say: Say): Promise<Answer> {
  try {
    const request = JSON.parse(line) as Request
    if (!isToken(request.token, token)) return { error: 'token' }
    const handler = handlers.get(request.command)
    if (!handler) return { error: `unknown command ${request.command}` }
    return { result: (await handler(request.input, say)) ?? null }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { code: error.code, params: error.params } }
    return { error: reasonOf(error) }
  }
}

/** The interface repeats the socket's errors as its own; the socket's listener is enough. */
const linesOf = (socket: Socket) => createInterface({ input: socket }).on('error', () => undefined)

/**
 * Listens for commands on a socket that only this account can open, one JSON line each: `{token, command, input}` is
 * answered by any number of `{notice}` lines and one of `{result}`, `{refusal}`, `{error}`.
 */
export async function serveControl(dir: string, token: string): Promise<Control> {
  const { path, made } = await socketPlace(dir)
  const handlers = new Map<string, ControlHandler>()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    const send = (message: Answer) => socket.writable && socket.write(`${JSON.stringify(message)}\n`)
    linesOf(socket).once('line', async (line) => {
      send(await answer(line, token, handlers, (notice) => send({ notice })))
      socket.end()
    })
  })
  await rm(path, { force: true })
  const mask = process.umask(0o077)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  }).finally(() => process.umask(mask))

  return {
    path,
    onCommand: (name, handler) => {
      handlers.set(name, handler)
    },
    close: async () => {
      for (const socket of sockets) socket.destroySoon()
      await new Promise((resolve) => {
        server.close(resolve)
      })
      await rm(made ?? path, { recursive: true, force: true })
    },
  }
}

/** Asks the process that holds the data directory; `undefined` where none does, so that the caller may do it itself. */
export async function askServer(
  dir: string,
  command: string,
  input: unknown = null,
  say: Say = () => undefined,
): Promise<{ result: unknown } | undefined> {
  const run = await holderOf(dir)
  if (!run) return undefined
  if (!run.control) throw new Refusal('data.held', { dir, pid: run.pid, what: run.what, address: '' })
  const socket = createConnection(run.control)
  const unreachable = (cause?: unknown) => new Refusal('server.unreachable', { dir, pid: run.pid }, cause)
  return new Promise((resolve, reject) => {
    socket.on('error', (error) => reject(unreachable(error)))
    socket.on('close', () => reject(unreachable()))
    socket.write(`${JSON.stringify({ token: run.token, command, input } satisfies Request)}\n`)
    linesOf(socket).on('line', (line) => {
      const message = JSON.parse(line) as Answer
      if ('notice' in message) say(message.notice)
      else if ('result' in message) resolve({ result: message.result })
      else if ('refusal' in message) reject(new Refusal(message.refusal.code, message.refusal.params))
      else reject(new Error(message.error))
    })
  })
}
