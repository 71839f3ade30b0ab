import { createConnection, type Socket } from 'node:net'
import type { Scanner, UnscannedCause, Verdict } from './scanner.ts'

/** `tcp://host:port`, `unix:/path` or an absolute path; undefined for anything else. */
export const clamdAddress = (
  word: string,
): { readonly path: string } | { readonly host: string; readonly port: number } | undefined => {
  const path = word.startsWith('unix:') ? word.slice('unix:'.length) : word
  if (path.startsWith('/')) return { path }
  if (!URL.canParse(word)) return undefined
  const { protocol, hostname, port } = new URL(word)
  if (protocol !== 'tcp:' || hostname === '') return undefined
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || '3310') }
}

export interface ClamdOptions {
  readonly address: NonNullable<ReturnType<typeof clamdAddress>>
  readonly name: string
  /** Milliseconds without a byte going or coming after which it counts as gone. */
  readonly patience?: number
  /** Bytes beyond which a file is not sent at all; clamd's own StreamMaxLength may be less and then cuts in. */
  readonly limit?: number
}

class Stopped extends Error {
  readonly unscanned: UnscannedCause
  constructor(unscanned: UnscannedCause) {
    super(unscanned)
    this.unscanned = unscanned
  }
}

const connected = (options: ClamdOptions, patience: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = createConnection(options.address)
    socket.setTimeout(patience, () => socket.destroy(new Stopped('timeout')))
    socket.once('error', (error) => reject(error instanceof Stopped ? error : new Stopped('unreachable')))
    socket.once('connect', () => resolve(socket))
  })

/** Resolves with what clamd answers up to its closing zero byte; an answer is a line, never more than a few kilobytes. */
const answerOf = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    socket.on('data', (part) => {
      text += part.toString('utf8')
      const end = text.indexOf('\0')
      if (end >= 0) resolve(text.slice(0, end))
      else if (text.length > 4096) reject(new Stopped('fault'))
    })
    socket.on('error', (error) => reject(error instanceof Stopped ? error : new Stopped('unreachable')))
    socket.on('close', () => reject(new Stopped('unreachable')))
  })

const written = (socket: Socket, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) =>
      error ? reject(error instanceof Stopped ? error : new Stopped('unreachable')) : resolve(),
    )
  })

const lengthOf = (size: number): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(size)
  return head
}

/** `zINSTREAM`: each part behind its length in four bytes, zero ends it (clamd(8), COMMANDS). */
const sent = async (socket: Socket, content: AsyncIterable<Uint8Array>, limit: number): Promise<void> => {
  await written(socket, Buffer.from('zINSTREAM\0'))
  let size = 0
  for await (const part of content) {
    size += part.length
    if (size > limit) throw new Stopped('tooLarge')
    if (part.length > 0) await written(socket, Buffer.concat([lengthOf(part.length), part]))
  }
  await written(socket, lengthOf(0))
}

const verdictOf = (answer: string): Verdict => {
  if (answer === 'stream: OK') return { state: 'clean' }
  const finding = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (finding !== undefined) return { state: 'infected', finding: finding.slice(0, 200) }
  return { state: 'unscanned', cause: /size limit exceeded/i.test(answer) ? 'tooLarge' : 'fault' }
}

/** ClamAV's daemon by its stream protocol, one connection a file. */
export const clamdScanner = (options: ClamdOptions): Scanner => {
  const { patience = 30_000, limit = 500 * 1_048_576 } = options
  return {
    name: options.name,
    scan: async (content) => {
      let socket: Socket | undefined
      try {
        socket = await connected(options, patience)
        const answer = answerOf(socket)
        // clamd answers in the middle of a stream that it finds too long and closes; its word counts, not our broken pipe.
        const sending = sent(socket, content, limit)
        sending.catch(() => undefined)
        answer.catch(() => undefined)
        const first = await Promise.race([answer, sending.then(() => answer)]).catch(async (error) => {
          if (error instanceof Stopped && error.unscanned === 'unreachable') return answer
          throw error
        })
        return verdictOf(first)
      } catch (error) {
        return { state: 'unscanned', cause: error instanceof Stopped ? error.unscanned : 'fault' }
      } finally {
        socket?.destroy()
      }
    },
  }
}
