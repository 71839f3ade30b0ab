import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type PrintedNotice, readBytes, refusalSentence } from '@quanheng/notice/read-bytes'
import type { Invocation } from './parse.ts'
import { UsageError } from './parse.ts'
import { NoticeRefused } from './refused.ts'
import { languageTag, texts } from './texts/texts.ts'

const languageOf = ({ language }: Invocation) => languageTag(language)

async function read(path: string, invocation: Invocation): Promise<PrintedNotice> {
  const language = languageOf(invocation)
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    throw new NoticeRefused(refusalSentence(language, { code: 'noticeFile.missing', params: { file: path } }))
  }
  const notice = await readBytes(bytes, language)
  if (!notice.ok) throw new NoticeRefused(refusalSentence(language, notice.error))
  return notice.value
}

const findingLine = ({ start, end, code, message }: PrintedNotice['findings'][number]) =>
  `${start}-${end}\t${code}\t${message}`

/** Every file of a folder; one that is refused is written down as such and does not stop the others. */
async function batch(folder: string, out: string, invocation: Invocation, line: (text: string) => void): Promise<void> {
  mkdirSync(out, { recursive: true })
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    if (!statSync(path).isFile()) continue
    try {
      const notice = await read(path, invocation)
      writeFileSync(join(out, `${name}.json`), `${JSON.stringify(notice.json, null, 1)}\n`)
      writeFileSync(join(out, `${name}.txt`), notice.text)
      line(`${name}\t${notice.findings.length}`)
    } catch (error) {
      if (!(error instanceof NoticeRefused)) throw error
      writeFileSync(join(out, `${name}.json`), `${JSON.stringify({ error: error.message }, null, 1)}\n`)
      line(`${name}\t${error.message}`)
    }
  }
}

/** `read-notice FILE` prints the findings, `--json` the fields, `--text` the normalised text; `--batch` does a folder. */
export async function readNotices(invocation: Invocation, line: (text: string) => void): Promise<void> {
  const {
    values,
    operands: [operand],
  } = invocation
  const { usage } = texts[invocation.language]
  if (values.batch !== undefined) {
    if (values.out === undefined) throw new UsageError(usage.needsValue('--out'))
    return batch(values.batch, values.out, invocation, line)
  }
  if (operand === undefined) throw new UsageError(usage.needsFile('read-notice'))
  const notice = await read(operand, invocation)
  if ('text' in values) return line(notice.text.replace(/\n$/, ''))
  if ('json' in values) return line(JSON.stringify(notice.json, null, 1))
  line([basename(operand), ...notice.findings.map(findingLine)].join('\n'))
}
