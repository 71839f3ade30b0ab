import { createSocket } from 'node:dgram'
import { hostname } from 'node:os'
import { ok } from '@quanheng/domain/kernel/result'
import type { Place } from './place.ts'

/** Facility 13 (log audit), severity 6 (RFC 5424 §6.2.1). */
const priority = 13 * 8 + 6

/** A syslog collector over UDP (RFC 5426): the head alone, which is enough to hold a later tree against. */
export const syslogPlace = (host: string, port: number): Place => ({
  name: `syslog://${host}:${port}`,
  send: async ({ origin, checkpoint }) => {
    const head = `${origin} ${checkpoint.size} ${checkpoint.root.toString('base64')}`
    const line = `<${priority}>1 ${checkpoint.made_at.toISOString()} ${hostname()} quanheng - checkpoint - ${head}`
    const socket = createSocket('udp4')
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once('error', reject)
        socket.send(line, port, host, (error) => (error ? reject(error) : resolve()))
      })
    } finally {
      socket.close()
    }
    return ok(null)
  },
})
