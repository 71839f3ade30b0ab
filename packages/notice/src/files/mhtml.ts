import { Buffer } from 'node:buffer'
import { FileRefused } from './file-error.ts'

interface MimePart {
  readonly headers: string
  readonly body: string
}

/** Header lines without their breaks, and what stands below the first empty line; `latin1` keeps every byte. */
function partOf(latin1: string): MimePart {
  const stop = /\r?\n\r?\n/.exec(latin1)
  if (!stop) return { headers: latin1, body: '' }
  return {
    headers: latin1.slice(0, stop.index).replace(/\r?\n[ \t]+/g, ' '),
    body: latin1.slice(stop.index + stop[0].length),
  }
}

const field = (headers: string, name: string): string =>
  new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(headers)?.[1]?.trim() ?? ''

const quotedPrintable = (body: string): string =>
  body
    .replace(/[ \t]*=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function bytesOf({ headers, body }: MimePart): Buffer {
  const encoding = field(headers, 'Content-Transfer-Encoding').toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  return Buffer.from(encoding === 'quoted-printable' ? quotedPrintable(body) : body, 'latin1')
}

/** A page that a browser or Word saved as one file (.mhtml, .mht) opens with the headers of a letter. */
export function isMhtml(bytes: Buffer): boolean {
  const { headers } = partOf(bytes.subarray(0, 4_096).toString('latin1'))
  return (
    field(headers, 'MIME-Version') !== '' && /^(?:multipart\/related|text\/html)/i.test(field(headers, 'Content-Type'))
  )
}

/** The bytes of its first page; pictures and styles beside it are left. */
export function pageOfMhtml(bytes: Buffer): Buffer {
  const whole = partOf(bytes.toString('latin1'))
  const boundary = /boundary="?([^";\s]{1,100})"?/i.exec(field(whole.headers, 'Content-Type'))?.[1]
  const parts =
    boundary === undefined
      ? [whole]
      : whole.body
          .split(`--${boundary}`)
          .slice(1)
          .map((part) => partOf(part.trimStart()))
  const page = parts.find(({ headers }) => /^text\/html/i.test(field(headers, 'Content-Type')))
  if (!page) throw new FileRefused('noticeFile.damaged')
  return bytesOf(page)
}
