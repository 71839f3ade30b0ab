import { useRef, useState } from 'react'
import { newKey } from '../api/key.ts'
import { RefusedError } from '../api/refused.ts'
import { type Uploaded, upload } from '../api/upload.ts'

export interface UnderWay {
  readonly id: string
  readonly slotId: string
  readonly file: File
  /** 0 to 1. */
  readonly share: number
  /** When it was not stored. */
  readonly refusal?: RefusedError
  /** It is refused for what stands beside it, such as its effective day: that can be mended, and the file handed in again. */
  readonly mendable?: boolean
}

type Attach = (slotId: string, file: File, stored: Uploaded) => Promise<unknown> | undefined

/** Files on their way to the server, each with its own progress, cancel and retry. */
export const useUploads = (attach: Attach | undefined) => {
  const [under, setUnder] = useState<readonly UnderWay[]>([])
  const stops = useRef(new Map<string, AbortController>())
  const put = (id: string, part: Partial<UnderWay>) =>
    setUnder((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)))
  const drop = (id: string) => setUnder((all) => all.filter((one) => one.id !== id))

  const send = async (id: string, slotId: string, file: File) => {
    const stop = new AbortController()
    stops.current.set(id, stop)
    let stored: Uploaded | undefined
    try {
      stored = await upload(file, (share) => put(id, { share }), stop.signal)
      await attach?.(slotId, file, stored)
      drop(id)
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      if (error.code === 'web.cancelled') drop(id)
      else put(id, { refusal: error, mendable: stored !== undefined && [400, 422].includes(error.status) })
    } finally {
      stops.current.delete(id)
    }
  }

  const start = (slotId: string, files: readonly File[]) => {
    const fresh = files.map((file) => ({ id: newKey(), slotId, file, share: 0 }))
    setUnder((all) => [...all, ...fresh])
    for (const one of fresh) void send(one.id, slotId, one.file)
  }

  return {
    of: (slotId: string) => under.filter((one) => one.slotId === slotId),
    start,
    cancel: (id: string) => {
      stops.current.get(id)?.abort()
      drop(id)
    },
    retry: (id: string) => {
      const one = under.find((candidate) => candidate.id === id)
      if (!one) return
      drop(id)
      start(one.slotId, [one.file])
    },
  }
}
