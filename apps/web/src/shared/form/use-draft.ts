import { dropDraft, readDraft, saveDraft } from '@quanheng/contract/upload'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../api/client.ts'
import { RefusedError } from '../api/refused.ts'

export type DraftState = 'reading' | 'clean' | 'waiting' | 'saving' | 'saved' | 'unsaved'

export interface Draft<T> {
  /** What was typed last time, once it is read; `undefined` when there was nothing. */
  readonly restored: T | undefined
  readonly state: DraftState
  /** Instant of the last save. */
  readonly savedAt: string | undefined
  /** After the command was accepted, or when the person starts afresh. */
  readonly drop: () => Promise<void>
}

const pause = 1_500

/** A refusal leaves the draft unsaved and says so; the next change, or the next try, saves it. */
const unlessRefused = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof RefusedError) return undefined
    throw error
  }
}

/**
 * Keeps what is typed on the server, a moment after the last key, under a key of this person
 * (`item:<id>:score`). Offline it stays on the page as `unsaved` and tries again every 15 seconds.
 */
export const useDraft = <T>(key: string, value: T, dirty: boolean): Draft<T> => {
  const [restored, setRestored] = useState<T>()
  const [state, setState] = useState<DraftState>('reading')
  const [savedAt, setSavedAt] = useState<string>()
  const text = JSON.stringify(value)
  const kept = useRef(text)

  useEffect(() => {
    let current = true
    void unlessRefused(call(readDraft, { params: { key } })).then((reply) => {
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

  const save = useCallback(async () => {
    setState('saving')
    const reply = await unlessRefused(call(saveDraft, { params: { key }, body: { body: JSON.parse(text) } }))
    if (reply) {
      kept.current = text
      setSavedAt(reply.savedAt)
    }
    setState(reply ? 'saved' : 'unsaved')
  }, [key, text])

  const reading = state === 'reading'
  useEffect(() => {
    if (reading || !dirty || text === kept.current) return
    setState('waiting')
    const first = setTimeout(save, pause)
    const again = setInterval(() => text !== kept.current && void save(), 15_000)
    return () => {
      clearTimeout(first)
      clearInterval(again)
    }
  }, [text, dirty, reading, save])

  const drop = useCallback(async () => {
    kept.current = text
    setRestored(undefined)
    setSavedAt(undefined)
    setState('clean')
    await unlessRefused(call(dropDraft, { params: { key } }))
  }, [key, text])

  return { restored, state, savedAt, drop }
}
