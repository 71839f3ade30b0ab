import { showSeal } from '@quanheng/contract/checkpoint'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useQueryRoute } from '../api/hooks.ts'

/** Something that a sheet shows and that the server is asked for. */
interface Needed {
  readonly data: unknown
  readonly refetch: () => unknown
}

/**
 * Mounts a `PrintSheet` for the time of one print, not before the seal for its foot and what else it shows have come: a print
 * does not wait for them.
 */
export const usePrintSheet = (
  ...shown: readonly Needed[]
): { readonly printing: boolean; readonly print: () => void } => {
  const [printing, setPrinting] = useState(false)
  const seal = useQueryRoute(showSeal, {})
  const print = async (): Promise<void> => {
    await Promise.all([seal, ...shown].map((one) => one.data === undefined && one.refetch()))
    flushSync(() => setPrinting(true))
    window.print()
    setPrinting(false)
  }
  return { printing, print: () => void print() }
}
