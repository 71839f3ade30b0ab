import { hanWidth, inked } from '../anatomy/words.ts'
import {
  type Assertion,
  type Fault,
  inFile,
  inParagraph,
  type Judgement,
  notHere,
  pass,
  type Subject,
  unverified,
  without,
} from '../assertion.ts'
import { families, sizes, standard } from '../standard.ts'

const squeezed = (text: string): string => text.replace(/[\s\u3000]+/g, '')

/** The title's lines as written, where each fits its line and so stays one; else nothing is known without a rendering. */
function writtenLines({ anatomy }: Subject): readonly string[] | undefined {
  const lines = anatomy.title.flatMap(({ text }) => text.split('\n')).map(squeezed)
  const room = (standard.typeWidth.value * 72) / 25.4 / (sizes.title / 2)
  return lines.every((line) => hanWidth(line) <= room) ? lines : undefined
}

/** Lines of the first pages that together are the title. */
function renderedLines({ anatomy, rendering }: Subject): readonly string[] | undefined {
  const title = squeezed(anatomy.title.map(({ text }) => text).join(''))
  const lines = rendering?.pages.slice(0, 2).flatMap((page) => page.lines.map(({ text }) => squeezed(text))) ?? []
  for (let from = 0; from < lines.length; from++) {
    let joined = ''
    for (let to = from; to < Math.min(lines.length, from + 8) && title.startsWith(joined); to++) {
      joined += lines[to]
      if (joined === title) return lines.slice(from, to + 1)
    }
  }
  return undefined
}

/** Trapezoid, rhombus or one width: no line is shorter than one above and one below it. */
function hourglass(widths: readonly number[]): boolean {
  return widths.some(
    (width, at) =>
      Math.max(0, ...widths.slice(0, at)) > width + 0.5 && Math.max(0, ...widths.slice(at + 1)) > width + 0.5,
  )
}

function shape(subject: Subject): Judgement {
  const [first] = subject.anatomy.title
  if (!first) return notHere
  const lines = renderedLines(subject) ?? writtenLines(subject)
  if (!lines) return unverified
  const faults: Fault[] = []
  if (lines.length > 4) faults.push(inParagraph(first, `${lines.length}`))
  for (const line of lines.slice(1)) if (/^[的、”]/.test(line)) faults.push(inParagraph(first, line))
  const widths = lines.map(hanWidth)
  if (hourglass(widths)) faults.push(inParagraph(first, widths.join(' / ')))
  return without(faults)
}

export const titleAssertions: readonly Assertion[] = [
  {
    id: 17,
    clause: '7.3.1',
    judge: ({ anatomy: { title } }) =>
      title.length === 0
        ? without([inFile('—')])
        : without(
            title.flatMap((paragraph) => {
              const runs = inked(paragraph)
              const face = runs.find((run) => !families.小标宋.test(run.face))?.face
              const size = runs.find((run) => run.size !== sizes.title)?.size
              const faults = [
                face,
                size === undefined ? undefined : `${size / 2} pt`,
                paragraph.align === 'center' ? undefined : paragraph.align,
                paragraph.indent.firstLine === 0 ? undefined : `${paragraph.indent.firstLine / 20} pt`,
              ]
              return faults.filter((found) => found !== undefined).map((found) => inParagraph(paragraph, found || '—'))
            }),
          ),
  },
  { id: 18, clause: '7.3.1', judge: shape },
  {
    id: 19,
    clause: '7.3.1',
    judge: ({ anatomy: { form, kind, title } }) => {
      if (form === 'plain' || form === 'briefing' || title.length === 0) return notHere
      return kind === undefined
        ? without(title.slice(-1).map((last) => inParagraph(last, squeezed(last.text).slice(-6))))
        : pass
    },
  },
]
