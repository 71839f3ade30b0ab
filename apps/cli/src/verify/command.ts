import { hex } from '@quanheng/domain/kernel/digest'
import { message } from '@quanheng/messages/messages'
import { type VerifiedReceipt, verifyFile } from '@quanheng/server/commands/index'
import { type Invocation, UsageError } from '../parse.ts'
import { moment } from '../texts/moment.ts'
import { languageTag, texts } from '../texts/texts.ts'

/** As it is printed on paper and read aloud: eight groups. */
const groups = (root: string): string => root.replace(/(.{8})(?=.)/g, '$1 ')

const json = ({ body, origin, size, root, trusted, acts }: VerifiedReceipt): unknown => ({
  ok: true,
  trusted,
  body,
  origin,
  size,
  root: hex(root),
  acts,
})

/** `./quanheng verify RECEIPT [--key LINE[,LINE]] [--json]`; resolves with whether it holds. */
export async function verify(invocation: Invocation, line: (text: string) => void): Promise<boolean> {
  const { operands, values, language } = invocation
  const [path] = operands
  const { usage, verify: words } = texts[language]
  if (path === undefined) throw new UsageError(usage.needsReceipt)
  const keys = (values.key ?? '').split(',').flatMap((key) => (key.trim() === '' ? [] : [key.trim()]))
  const found = await verifyFile(path, keys)
  if (!found.ok) {
    const { code, params = {} } = found.error
    line(
      'json' in values ? JSON.stringify({ ok: false, code, ...params }) : message(languageTag(language), code, params),
    )
    return false
  }
  const receipt = found.value
  if ('json' in values) {
    line(JSON.stringify(json(receipt)))
    return true
  }
  line(words.holds(receipt.body, receipt.acts.length, receipt.size))
  line(`${receipt.origin}  ${groups(hex(receipt.root))}`)
  if (!receipt.trusted) line(words.ownKeys)
  for (const { index, time, label } of receipt.acts) line(`${index}\t${moment.format(new Date(time))}\t${label}`)
  return true
}
