import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** Where the wire to the database breaks: before the database hears of the commit, or when it has done it and nobody hears of that. */
export type Cut = 'before' | 'after'

/** A wire to PostgreSQL that breaks when it is told to: the way a commit fails that needs no switch in the product. */
export interface WireCut {
  readonly url: string
  /** The next commit that passes breaks the wire; every other connection lives on. */
  readonly next: (cut: Cut) => void
  /** How many commits have broken it. */
  readonly cuts: () => number
  readonly close: () => Promise<void>
}

/** Ends of the messages in the buffer (PostgreSQL, Message Formats): type byte, then a length that counts itself. */
function* messagesIn(buffer: Buffer, begun: boolean): Generator<{ readonly text: string; readonly end: number }> {
  let at = 0
  let first = !begun
  while (at + (first ? 4 : 5) <= buffer.length) {
    const head = first ? 0 : 1
    const end = at + head + buffer.readUInt32BE(at + head)
    if (end > buffer.length) return
    yield { text: first ? '' : buffer.toString('latin1', at, end), end }
    first = false
    at = end
  }
}

const isCommit = (text: string): boolean => text.startsWith('Q') && text.slice(5, -1).toLowerCase() === 'commit'

export const openWireCut = async (target: string): Promise<WireCut> => {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  let armed: Cut | undefined
  let cuts = 0
  const serve = (client: Socket): void => {
    const server = connect(Number(port), hostname)
    for (const one of [client, server]) {
      open.add(one)
      one.on('error', () => undefined)
      one.once('close', () => {
        open.delete(one)
        client.destroy()
        server.destroy()
      })
    }
    let held = Buffer.alloc(0)
    let begun = false
    let dying = false
    client.on('data', (chunk: Buffer) => {
      held = Buffer.concat([held, chunk])
      let sent = 0
      for (const { text, end } of messagesIn(held, begun)) {
        begun = true
        if (armed !== undefined && isCommit(text)) {
          cuts++
          const cut = armed
          armed = undefined
          dying = true
          server.write(held.subarray(0, cut === 'before' ? sent : end))
          // What went before it reaches the database; then the wire is gone.
          if (cut === 'before') server.end()
          client.pause()
          return
        }
        sent = end
      }
      server.write(held.subarray(0, sent))
      held = held.subarray(sent)
    })
    server.on('data', (chunk: Buffer) => {
      if (!dying) client.write(chunk)
      // Its answer to what it was sent; of a commit, that it is done.
      else if (chunk.includes('COMMIT\0') || chunk.includes('ROLLBACK\0')) client.destroy()
    })
    server.on('end', () => client.destroy())
  }
  const listener: Server = createServer(serve)
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  return {
    url: Object.assign(new URL(target), {
      hostname: '127.0.0.1',
      port: String((listener.address() as AddressInfo).port),
    }).href,
    next: (cut) => {
      armed = cut
    },
    cuts: () => cuts,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        listener.close(() => resolve())
      }),
  }
}
