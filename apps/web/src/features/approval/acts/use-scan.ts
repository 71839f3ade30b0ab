import { useState } from 'react'
import { RefusedError } from '../../../shared/api/refused.ts'
import { upload } from '../../../shared/api/upload.ts'

export interface Scan {
  readonly name: string
  readonly digest: string
}

/** One scan on its way to the server; its digest is then cited in a command. */
export const useScan = () => {
  const [scan, setScan] = useState<Scan>()
  const [sending, setSending] = useState(false)
  const [fault, setFault] = useState<RefusedError>()
  const send = async (file: File | undefined) => {
    if (!file) return
    setSending(true)
    setFault(undefined)
    try {
      const stored = await upload(file, () => undefined)
      setScan({ name: stored.name, digest: stored.digest })
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      setFault(error)
    } finally {
      setSending(false)
    }
  }
  return { scan, sending, fault, send }
}
