import { showSeal } from '@quanheng/contract/checkpoint'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useQueryRoute } from '../api/hooks.ts'

/** Mounts a `PrintSheet` for the time of one print, not before the seal for its foot has come: a print does not wait for it. */
export const usePrintSheet = (): { readonly printing: boolean; readonly print: () => void } => {
  const [printing, setPrinting] = useState(false)
  const seal = useQueryRoute(showSeal, {})
  const print = async (): Promise<void> => {
    if (seal.data === undefined) await seal.refetch()
    flushSync(() => setPrinting(true))
    window.print()
    setPrinting(false)
  }
  return { printing, print: () => void print() }
}
