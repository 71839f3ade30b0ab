export interface StopSignal {
  readonly called: boolean
  readonly promise: Promise<void>
  readonly now: () => void
  readonly dispose: () => void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * One wish to stop, however it comes: a signal (Ctrl-C reaches us twice, from the terminal and from `npm start`), the
 * end of the parent that holds our IPC channel, or `now`. Repeats change nothing; stopping is always orderly.
 */
export function stopSignal(): StopSignal {
  const { promise, resolve } = Promise.withResolvers<void>()
  let called = false
  const now = () => {
    called = true
    resolve()
  }
  for (const signal of signals) process.on(signal, now)
  process.on('disconnect', now)
  return {
    get called() {
      return called
    },
    promise,
    now,
    dispose: () => {
      for (const signal of signals) process.off(signal, now)
      process.off('disconnect', now)
    },
  }
}
