/**
 * The two questions a request may raise that only the shell can answer. The shell registers its answers here,
 * so that no request code knows a page or a dialog.
 */

type Answer = () => Promise<boolean>

const signedOutListeners = new Set<() => void>()

/** Told when the server no longer knows the session. */
export const signedOut = {
  tell: (): void => {
    for (const listener of signedOutListeners) listener()
  },
  listen: (listener: () => void): (() => void) => {
    signedOutListeners.add(listener)
    return () => signedOutListeners.delete(listener)
  },
}

let answer: Answer = async () => false
let asking: Promise<boolean> | undefined
const stepUpListeners = new Set<() => void>()
const changed = (): void => {
  for (const listener of stepUpListeners) listener()
}

/** Asks the person to prove again who they are; several requests at once share one question. */
export const stepUp = {
  /** True when proved, false when the person gave up. */
  ask: (): Promise<boolean> => {
    asking ??= answer().finally(() => {
      asking = undefined
      changed()
    })
    changed()
    return asking
  },
  answerWith: (ask: Answer): (() => void) => {
    answer = ask
    return () => {
      answer = async () => false
    }
  },
  isAsking: (): boolean => asking !== undefined,
  listen: (listener: () => void): (() => void) => {
    stepUpListeners.add(listener)
    return () => stepUpListeners.delete(listener)
  },
}
