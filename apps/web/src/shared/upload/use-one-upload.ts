import { useState } from 'react'
import { RefusedError } from '../api/refused.ts'
import { type Uploaded, upload } from '../api/upload.ts'

/** One file on its way: its share, and why it was not taken. */
export const useOneUpload = (onStored: (stored: Uploaded, file: File) => void | Promise<void>) => {
  const [share, setShare] = useState<number>()
  const [refusal, setRefusal] = useState<RefusedError>()
  const send = async (file: File) => {
    setRefusal(undefined)
    setShare(0)
    try {
      await onStored(await upload(file, setShare), file)
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      setRefusal(error)
    } finally {
      setShare(undefined)
    }
  }
  return { share, refusal, send }
}
