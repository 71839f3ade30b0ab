import { Agent, request } from 'node:http'

/** One request as plain data: the generator shares two cores with what it measures, so it does little. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer | string
}

/** The n-th request of a load; each differs from the others as real people's do. */
export type CallOf = (n: number) => Call

export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Requests that were not answered with 2xx. */
  readonly errors: number
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })

/** @returns the status and the reply's text, once it is read to its end */
export const send = ({ method, url, headers, body }: Call): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const outgoing = request(url, { method, agent, headers: { ...headers, ...length } }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.once('end', () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }))
      reply.once('error', reject)
    })
    outgoing.once('error', reject)
    outgoing.end(body)
  })

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** `connections` callers, each sending its next request when the last is answered, until `total` are done. */
export const load = async (callOf: CallOf, connections: number, total: number): Promise<Measured> => {
  // What the last load left open may be about to be closed from the other side.
  agent.destroy()
  const times: number[] = []
  let errors = 0
  let next = 0
  const begun = performance.now()
  const caller = async (): Promise<void> => {
    while (next < total) {
      const call = callOf(next++)
      const start = performance.now()
      const { status, text } = await send(call)
      times.push(performance.now() - start)
      if (status >= 200 && status < 300) continue
      if (errors++ === 0) console.error(`  ${call.method} ${call.url}: ${status} ${text.slice(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: connections }, caller))
  const sorted = times.toSorted((a, b) => a - b)
  const seconds = (performance.now() - begun) / 1000
  return { perSecond: times.length / seconds, p50: at(sorted, 0.5), p99: at(sorted, 0.99), errors }
}

export const median = (values: readonly number[]): number =>
  at(
    values.toSorted((a, b) => a - b),
    0.5,
  )
