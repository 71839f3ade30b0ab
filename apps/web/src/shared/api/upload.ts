import type { ReplyOf } from '@quanheng/contract/route'
import { putFile } from '@quanheng/contract/upload'
import { currentLanguage } from '../i18n/language.ts'
import { signedOut } from './door.ts'
import { cancelled, connectionLost, refusedFrom } from './refused.ts'

/** What the server keeps: `uploadId` to cite in a command, `digest` (SHA-256, lower-case hex), `size` in bytes. */
export type Uploaded = ReplyOf<typeof putFile>

/**
 * Streams one file to the server, which answers with its digest. `onProgress` gets the share sent, 0 to 1.
 * XMLHttpRequest, since fetch cannot say how much it has sent. Throws `RefusedError`.
 */
export const upload = (file: File, onProgress: (share: number) => void, signal?: AbortSignal): Promise<Uploaded> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(putFile.method, putFile.path)
    request.setRequestHeader('X-Quanheng', '1')
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name))
    request.setRequestHeader('Accept-Language', currentLanguage())
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () => reject(connectionLost())
    request.onabort = () => reject(cancelled())
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as Uploaded)
        return
      }
      const refusal = refusedFrom(request.status, request.responseText)
      if (refusal.code === 'platform.notSignedIn') signedOut.tell()
      reject(refusal)
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
