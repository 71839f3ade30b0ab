import { dropDraft, readDraft, saveDraft } from '@quanheng/contract/upload'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { call } from '../api/client.ts'
import { RefusedError } from '../api/refused.ts'
import { DraftKeeper, type DraftState, type Written } from './draft-keeper.ts'

export interface Draft<T> {
  /** What was typed last time, once it is read; `undefined` when there was nothing. */
  readonly restored: T | undefined
  readonly state: DraftState
  /** Instant of the last save. */
  readonly savedAt: string | undefined
  /** Why it cannot be stored, where another try would not help. */
  readonly refused: string | undefined
  /** After the command was accepted, or when the person starts afresh. */
  readonly drop: () => Promise<void>
  /** After a part of it was accepted: what is left is stored at once. */
  readonly keep: (value: T) => Promise<void>
}

/** A request that outlives its page carries no more than the browser allows. */
const mostLeaving = 60_000

/** What is still being stored of a draft when its page is left: whoever comes back reads it only after. */
const underWay = new Map<string, Promise<unknown>>()

/** A draft that cannot be read or taken away is as good as none. */
const unlessRefused = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof RefusedError) return undefined
    throw error
  }
}

const store = async (key: string, text: string, leaving: boolean): Promise<Written> => {
  const input = { params: { key }, body: { body: JSON.parse(text) } }
  try {
    return await call(saveDraft, input, { leaving: leaving && text.length * 3 < mostLeaving })
  } catch (error) {
    if (error instanceof RefusedError) return { refused: error.message, again: error.mayPass }
    throw error
  }
}

/** Saves what is pending when the page is hidden or left, and asks before a draft too large for that is lost. */
const saveOnLeaving = (keeper: DraftKeeper, key: string): (() => void) => {
  const save = () => {
    if (keeper.pending) underWay.set(key, keeper.save(true))
  }
  const hidden = () => document.visibilityState === 'hidden' && save()
  const ask = (event: BeforeUnloadEvent) => {
    if (keeper.size * 3 >= mostLeaving && keeper.pending) event.preventDefault()
    save()
  }
  addEventListener('pagehide', save)
  addEventListener('beforeunload', ask)
  document.addEventListener('visibilitychange', hidden)
  return () => {
    removeEventListener('pagehide', save)
    removeEventListener('beforeunload', ask)
    document.removeEventListener('visibilitychange', hidden)
    save()
  }
}

/**
 * Keeps what is typed on the server under a key of this person (`item:<id>:score`): a moment after the last key, and at once when
 * the page is hidden or left. Offline it stays on the page as `unsaved` and tries again every 15 seconds.
 */
export const useDraft = <T>(key: string, value: T, dirty: boolean): Draft<T> => {
  const [restored, setRestored] = useState<T>()
  const [state, setState] = useState<DraftState>('reading')
  const [savedAt, setSavedAt] = useState<string>()
  const [refused, setRefused] = useState<string>()
  const text = JSON.stringify(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a keeper begins with the text that its key began with
  const keeper = useMemo(
    () =>
      new DraftKeeper(text, {
        write: (given, leaving) => store(key, given, leaving),
        erase: () => unlessRefused(call(dropDraft, { params: { key } })),
        tell: (next, told) => {
          setState(next)
          setRefused(told && 'refused' in told ? told.refused : undefined)
          if (told && 'savedAt' in told) setSavedAt(told.savedAt)
        },
      }),
    [key],
  )

  useEffect(() => {
    let current = true
    const read = async () => {
      await underWay.get(key)
      return unlessRefused(call(readDraft, { params: { key } }))
    }
    void read().then((reply) => {
      if (!current) return
      if (reply?.draft) {
        setRestored(reply.draft.body as T)
        setSavedAt(reply.draft.savedAt)
      }
      setState('clean')
    })
    return () => {
      current = false
    }
  }, [key])

  const reading = state === 'reading'
  useEffect(() => {
    if (reading) return
    if (dirty) keeper.hold(text)
    else keeper.rest(text)
  }, [keeper, text, dirty, reading])
  useEffect(() => saveOnLeaving(keeper, key), [keeper, key])

  const drop = useCallback(async () => {
    setRestored(undefined)
    setSavedAt(undefined)
    await keeper.drop()
  }, [keeper])
  const keep = useCallback(
    async (left: T) => {
      keeper.hold(JSON.stringify(left))
      await keeper.save()
    },
    [keeper],
  )
  return { restored, state, savedAt, refused, drop, keep }
}
