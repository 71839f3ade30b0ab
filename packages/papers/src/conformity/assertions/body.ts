import { namesOf } from '../anatomy/attachments.ts'
import { inked } from '../anatomy/words.ts'
import {
  type Assertion,
  inParagraph,
  type Judgement,
  notHere,
  onPage,
  pass,
  type Subject,
  unverified,
  without,
} from '../assertion.ts'
import { families, sizes } from '../standard.ts'

const squeezed = (text: string): string => text.replace(/[\s\u3000]+/g, '')

function addressee({ anatomy: { addressee, form, kind = '', body, imprint }, layout }: Subject): Judgement {
  const moved = layout.paragraphs.some(({ index, text }) => imprint.all.has(index) && /^主送：/.test(text))
  if (!addressee && moved) return pass
  if (!addressee) {
    const [first] = body
    // 公告, 通报 to the public, 纪要 and briefings are sent to nobody in particular.
    const sent = form === 'letter' || (form === 'document' && ['通知', '报告', '请示', '批复', '函'].includes(kind))
    return sent && first ? without([inParagraph(first, '—')], 'warn') : notHere
  }
  const faults = [
    addressee.text.trim().endsWith('：') ? undefined : addressee.text.trim().slice(-1),
    addressee.indent.firstLine === 0 && addressee.indent.left === 0
      ? undefined
      : `${(addressee.indent.firstLine + addressee.indent.left) / 20} pt`,
  ]
  return without(faults.filter((found) => found !== undefined).map((found) => inParagraph(addressee, found)))
}

/** A PDF may not tell which rare character a stand-in glyph is. */
const common = (text: string): string => text.replace(/[^\u4e00-\u9fffA-Za-z0-9]+/g, '')

function bodyOnFirstPage({ anatomy, rendering }: Subject): Judgement {
  const [first] = anatomy.body
  if (anatomy.form === 'plain' || !first) return notHere
  if (!rendering) return unverified
  const start = [...common(first.text)].slice(0, 8).join('')
  const text = common(rendering.pages[0]?.lines.map((line) => line.text).join('') ?? '')
  return text.includes(start) ? pass : without([inParagraph(first, '—')])
}

/** Bound ones bear the listed names. Listed ones that are not bound may travel apart (7.3.7), which is only said. */
function attachmentNames({ anatomy: { attachmentNote, attachments } }: Subject): Judgement {
  if (attachmentNote.length === 0 && attachments.length === 0) return notHere
  const [note] = attachmentNote
  if (!note) return without(attachments.map(({ label }) => inParagraph(label, '—')))
  const listed = namesOf(attachmentNote)
  const marks = listed.flatMap(({ name }, at) =>
    /[，。；、,.;]$/u.test(name) ? [inParagraph(attachmentNote[at] ?? note, name.slice(-1))] : [],
  )
  const wrong = attachments.flatMap(({ label, name }) => {
    const number = Number(/\d+/.exec(label.text)?.[0] ?? 0)
    const expected = listed.find((one) => one.number === number) ?? (listed.length === 1 ? listed[0] : undefined)
    return expected?.name === name ? [] : [inParagraph(label, name || '—')]
  })
  if (marks.length + wrong.length > 0) return without([...marks, ...wrong])
  const apart = listed.length - attachments.length
  return without(
    apart === 0 ? [] : [inParagraph(note, `${attachments.length}/${listed.length}`)],
    apart > 0 ? 'warn' : 'fail',
  )
}

function attachmentPages({ anatomy: { attachments } }: Subject): Judgement {
  if (attachments.length === 0) return notHere
  return without(
    attachments.flatMap(({ label }) => {
      const run = inked(label)[0]
      const faults = [
        label.startsPage ? undefined : '¶',
        families.黑体.test(run?.face ?? '') ? undefined : run?.face || '—',
        run?.size === sizes.body ? undefined : `${(run?.size ?? 0) / 2} pt`,
      ]
      return faults.filter((found) => found !== undefined).map((found) => inParagraph(label, found))
    }),
  )
}

/** Rows of a page that are not its number. */
const isNumber = (text: string): boolean => /^[—\-–\s\d]+$/.test(text)

function aloneOnPage({ anatomy, rendering }: Subject): Judgement {
  const { date, organs, imprint, form } = anatomy
  if (!date || form === 'minutes') return notHere
  if (!rendering) return unverified
  const closing = new Set([date, ...organs].map(({ text }) => squeezed(text)))
  const apart = [imprint.copies, imprint.printed].flatMap((line) => (line ? [squeezed(line.text)] : []))
  return without(
    rendering.pages.flatMap(({ lines }, page) => {
      const left = lines.map(({ text }) => squeezed(text)).filter((text) => text !== '' && !isNumber(text))
      const rest = left.filter((text) => closing.has(text) || !apart.some((known) => known.includes(text)))
      return rest.length > 0 && rest.every((text) => closing.has(text)) ? [onPage(page, rest.join(' '))] : []
    }),
  )
}

export const bodyAssertions: readonly Assertion[] = [
  { id: 29, clause: '7.3.2', judge: addressee },
  { id: 30, clause: '7.3.3', judge: bodyOnFirstPage },
  { id: 31, clause: '7.3.4', judge: attachmentNames },
  { id: 32, clause: '7.3.7', judge: attachmentPages },
  { id: 35, clause: '7.3.5.5', judge: aloneOnPage },
]
