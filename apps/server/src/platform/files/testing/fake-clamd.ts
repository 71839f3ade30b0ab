import { createServer, type Server, type Socket } from 'node:net'

export type Conduct = 'answers' | 'silent' | 'hangsUp' | 'babbles'

export interface FakeClamd {
  readonly port: number
  /** What it received, stream by stream. */
  readonly streams: readonly Buffer[]
  readonly behave: (conduct: Conduct) => void
  readonly close: () => Promise<void>
}

/** Speaks INSTREAM as clamd does: bytes with `EICAR` in them are infected, streams beyond `limit` are cut. */
export const fakeClamd = async ({ limit = 1_048_576, path = '' } = {}): Promise<FakeClamd> => {
  const streams: Buffer[] = []
  const sockets = new Set<Socket>()
  let conduct: Conduct = 'answers'
  const command = Buffer.from('zINSTREAM\0')
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    let pending = Buffer.alloc(0)
    let begun = false
    let content = Buffer.alloc(0)
    socket.on('data', (part) => {
      if (conduct === 'silent') return
      if (conduct === 'hangsUp') return socket.destroy()
      if (conduct === 'babbles') return socket.write('x'.repeat(5000))
      pending = Buffer.concat([pending, part])
      if (!begun && pending.length >= command.length) {
        if (!pending.subarray(0, command.length).equals(command)) return socket.end('UNKNOWN COMMAND\0')
        begun = true
        pending = pending.subarray(command.length)
      }
      while (begun && pending.length >= 4) {
        const size = pending.readUInt32BE(0)
        if (size === 0) {
          streams.push(content)
          return socket.end(content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
        }
        if (content.length + size > limit) return socket.end('INSTREAM size limit exceeded. ERROR\0')
        if (pending.length < 4 + size) return
        content = Buffer.concat([content, pending.subarray(4, 4 + size)])
        pending = pending.subarray(4 + size)
      }
    })
  })
  await new Promise<void>((resolve) => {
    if (path === '') server.listen(0, '127.0.0.1', resolve)
    else server.listen(path, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    streams,
    behave: (next) => {
      conduct = next
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}
