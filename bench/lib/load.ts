/** One request of a load; the n-th differs from the others as real people's do. */
export type Send = (n: number) => Promise<Response>

export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly errors: number
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

const summary = (times: number[], errors: number, seconds: number): Measured => {
  const sorted = times.toSorted((a, b) => a - b)
  return { perSecond: times.length / seconds, p50: at(sorted, 0.5), p99: at(sorted, 0.99), errors }
}

/** `connections` callers, each sending its next request when the last is answered, until `total` are done. */
export const steady = async (send: Send, connections: number, total: number): Promise<Measured> => {
  const times: number[] = []
  let errors = 0
  let next = 0
  const begun = performance.now()
  const caller = async (): Promise<void> => {
    while (next < total) {
      const n = next++
      const start = performance.now()
      const reply = await send(n)
      await reply.arrayBuffer()
      times.push(performance.now() - start)
      if (!reply.ok) errors++
    }
  }
  await Promise.all(Array.from({ length: connections }, caller))
  return summary(times, errors, (performance.now() - begun) / 1000)
}

/** Everybody at once; the p99 tells when nearly all have their answer. */
export const burst = (send: Send, count: number): Promise<Measured> => steady(send, count, count)

export const median = (values: readonly number[]): number =>
  at(
    values.toSorted((a, b) => a - b),
    0.5,
  )
