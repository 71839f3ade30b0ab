import { putFile } from '@quanheng/contract/upload'
import type { Caller } from '../../../platform/testing/test-server.ts'

/** Sends a file the way the browser does; gives the digest that a command cites. */
export const sendFile = async (who: Caller, bytes: string | Uint8Array, name: string): Promise<string> => {
  const reply = await who.call(putFile, {
    body: Buffer.from(bytes),
    headers: { 'x-file-name': encodeURIComponent(name), 'content-type': 'application/octet-stream' },
  })
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return reply.json().digest
}
