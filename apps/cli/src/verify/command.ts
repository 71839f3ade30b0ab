import { hex } from '@quanheng/domain/kernel/digest'
import type { Noticed } from '@quanheng/log/noticed'
import { readSealMark } from '@quanheng/log/seal-mark'
import { message } from '@quanheng/messages/messages'
import { noticedLine } from '@quanheng/messages/noticed'
import {
  type VerifiedArchive,
  type VerifiedReceipt,
  type VerifiedReport,
  verifyFile,
} from '@quanheng/server/commands/index'
import { type Invocation, keysIn, UsageError } from '../parse.ts'
import { moment } from '../texts/moment.ts'
import { languageTag, texts } from '../texts/texts.ts'
import type { Words } from '../texts/words.ts'

/** As it is printed on paper and read aloud: eight groups. */
const groups = (root: string): string => root.replace(/(.{8})(?=.)/g, '$1 ')

const json = ({ root, ...found }: VerifiedReceipt | VerifiedReport | VerifiedArchive): unknown => ({
  ok: true,
  ...found,
  root: hex(root),
})

type Line = (text: string) => void

const tellReceipt = ({ body, acts, size }: VerifiedReceipt, words: Words['verify'], line: Line): void => {
  line(words.holds(body, acts.length, size))
  for (const { index, time, label } of acts) line(`${index}\t${moment.format(new Date(time))}\t${label}`)
}

const tellReport = (
  { code, compared, time, size, texts: paper }: VerifiedReport,
  words: Words['verify'],
  line: Line,
) => {
  line(words.reportHolds(moment.format(new Date(time)), size))
  line(compared ? words.codeFits(code) : words.codeIs(code))
  for (const text of paper) line(text)
}

const tellArchive = (
  { kind, title, year, open, counts }: VerifiedArchive,
  words: Words['verify'],
  line: Line,
): void => {
  line(kind === 'public' ? words.publicHolds(title, year, counts.totals) : words.archiveHolds(title, year, counts))
  if (counts.unchecked > 0) line(words.archiveUnchecked(counts.unchecked))
  for (const text of open) line(words.archiveOpen(text))
}

/** Whether it holds; and if so, whether the log tells of something that nobody has accounted for yet. */
export type Verdict = 'fails' | 'holds' | 'noticed'

const seenIn = (text: string | undefined, refuse: (text: string) => UsageError): ReadonlySet<number> => {
  if (text === undefined) return new Set()
  if (!/^[0-9]{1,15}(,[0-9]{1,15})*$/.test(text)) throw refuse(text)
  return new Set(text.split(',').map(Number))
}

const tellNoticed = (noticed: readonly Noticed[], { language }: Invocation, line: Line): void => {
  if (noticed.length === 0) return
  line(texts[language].verify.noticed(noticed.length))
  for (const one of noticed) line(noticedLine(languageTag(language), one, (at) => moment.format(at)))
}

/** `./quanheng verify RECEIPT|REPORT|PACKAGE [--code CODE] [--seal SEAL] [--seen LEAF[,LEAF]] [--key LINE[,LINE]] [--json]` */
export async function verify(invocation: Invocation, line: (text: string) => void): Promise<Verdict> {
  const { operands, values, language } = invocation
  const [path] = operands
  const { usage, verify: words } = texts[language]
  if (path === undefined) throw new UsageError(usage.needsReceipt)
  const keys = keysIn(values.key)
  const seal = values.seal === undefined ? undefined : readSealMark(values.seal)
  if (values.seal !== undefined && seal === undefined) throw new UsageError(usage.badSeal(values.seal))
  const seen = seenIn(values.seen, (text) => new UsageError(usage.badSeen(text)))
  const found = await verifyFile(path, { keys, seal, ...(values.code !== undefined && { printed: values.code }) })
  if (!found.ok) {
    const { code, params = {} } = found.error
    line(
      'json' in values ? JSON.stringify({ ok: false, code, ...params }) : message(languageTag(language), code, params),
    )
    return 'fails'
  }
  const { value } = found
  const noticed = 'noticed' in value ? value.noticed.filter(({ leaf }) => !seen.has(leaf)) : []
  const verdict = noticed.length > 0 ? 'noticed' : 'holds'
  if ('json' in values) {
    line(JSON.stringify(json(value)))
    return verdict
  }
  line(`${value.origin}  ${groups(hex(value.root))}`)
  if (!value.trusted) line(words.ownKeys)
  if (seal !== undefined) line(words.sealFits(seal.size))
  if ('counts' in value) tellArchive(value, words, line)
  else if ('acts' in value) tellReceipt(value, words, line)
  else tellReport(value, words, line)
  tellNoticed(noticed, invocation, line)
  return verdict
}
