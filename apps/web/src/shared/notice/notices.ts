import { useSyncExternalStore } from 'react'

export type NoticeTone = 'done' | 'stop'

export interface Notice {
  readonly id: number
  readonly text: string
  readonly tone: NoticeTone
}

let notices: readonly Notice[] = []
let count = 0
const listeners = new Set<() => void>()

const show = (next: readonly Notice[]): void => {
  notices = next
  for (const listener of listeners) listener()
}

export const dismiss = (id: number): void => show(notices.filter((notice) => notice.id !== id))

/** Says in one sentence what was done. A refusal belongs beside its form (`Refusal`), not here, unless it has no form. */
export const notify = (text: string, tone: NoticeTone = 'done'): void => {
  count += 1
  const id = count
  show([...notices, { id, text, tone }])
  if (tone === 'done') setTimeout(() => dismiss(id), 6_000)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useNotices = (): readonly Notice[] => useSyncExternalStore(subscribe, () => notices)
