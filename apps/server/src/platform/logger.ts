/** One JSON line an event on standard error; control characters are escaped by JSON, secrets are never passed in. */
export interface Logger {
  readonly info: (event: string, facts?: Facts) => void
  readonly warn: (event: string, facts?: Facts) => void
  readonly error: (event: string, facts?: Facts) => void
}

type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>

const write = (level: string, event: string, facts: Facts = {}): void => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`)
}

export const stderrLogger: Logger = {
  info: (event, facts) => write('info', event, facts),
  warn: (event, facts) => write('warn', event, facts),
  error: (event, facts) => write('error', event, facts),
}

export const silentLogger: Logger = { info: () => {}, warn: () => {}, error: () => {} }
