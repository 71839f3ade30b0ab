import type { QueryRoute } from '@quanheng/contract/route'
import { call } from './client.ts'
import type { CallInput } from './input.ts'

export type FileRoute = QueryRoute & { readonly reply: 'file' }

/** Fetches a file route and hands it to the browser's own saving. Throws `RefusedError`, so that a refusal is never saved as a file. */
export const download = async <R extends FileRoute>(route: R, input: CallInput<R>): Promise<void> => {
  const file = await call<FileRoute>(route, input as CallInput<FileRoute>)
  const address = URL.createObjectURL(file.blob)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
