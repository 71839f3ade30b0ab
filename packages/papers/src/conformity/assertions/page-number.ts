import { hanWidth } from '../anatomy/words.ts'
import {
  type Assertion,
  inFile,
  inSection,
  type Judgement,
  onPage,
  type Subject,
  unverified,
  without,
} from '../assertion.ts'
import type { FooterLayout } from '../layout/model.ts'
import { families, say, sizes, standard, within } from '../standard.ts'

/** `— 1 —`: one line on either side of the field. */
const dashed = ({ text }: FooterLayout): boolean => /^\u2014\s*(?:\d+\s*)?\u2014$/u.test(text.trim())

const numberFault = (footer: FooterLayout | undefined, align: 'left' | 'right'): string | undefined => {
  if (!footer?.hasPageNumber) return '—'
  if (!dashed(footer)) return footer.text.trim() || 'PAGE'
  return footer.align === align ? undefined : footer.align
}

/** Pages that bear the 版记 alone are not numbered. */
const isImprintAlone = ({ layout, anatomy }: Subject, section: number): boolean => {
  const inked = layout.paragraphs.filter((one) => one.section === section && one.text.trim() !== '')
  return inked.length > 0 && inked.every(({ index }) => anatomy.imprint.all.has(index))
}

function oddAndEven(subject: Subject): Judgement {
  const { layout } = subject
  const faults = layout.evenAndOdd ? [] : [inFile('evenAndOddHeaders')]
  return without([
    ...faults,
    ...layout.sections.flatMap(({ footers }, index) => {
      if (isImprintAlone(subject, index)) return []
      const odd = numberFault(footers.default, 'right')
      const even = layout.evenAndOdd ? numberFault(footers.even, 'left') : undefined
      return [odd, even].filter((found) => found !== undefined).map((found) => inSection(index, found))
    }),
  ])
}

function numberFace({ layout }: Subject): Judgement {
  return without(
    layout.sections.flatMap(({ footers }, index) =>
      [footers.default, footers.even]
        .filter((footer) => footer?.hasPageNumber)
        .flatMap((footer) => footer?.runs ?? [])
        .flatMap(({ face, size }) => {
          const faults = [
            families.宋体.test(face) ? undefined : face || '—',
            size === sizes.small ? undefined : `${size / 2} pt`,
          ]
          return faults.filter((found) => found !== undefined).map((found) => inSection(index, found))
        })
        .slice(0, 2),
    ),
  )
}

const squeezed = (text: string): string => text.replace(/\s/g, '')

/** One mark may hang over the line's end. */
const hanging = 1

const isNumber = (text: string): boolean => /^\u2014\s*\d+\s*\u2014$/u.test(text.trim())

/** On upright pages; a turned one has its number at the side. */
function dash({ rendering }: Subject): Judgement {
  if (!rendering) return unverified
  return without(
    rendering.pages.flatMap(({ lines, width, height }, page) => {
      const number = width < height ? lines.findLast(({ text }) => isNumber(text)) : undefined
      if (!number) return []
      const middle = (number.top + number.bottom) / 2
      return within(standard.dash, middle) ? [] : [onPage(page, say(middle - 262))]
    }),
  )
}

/** Less than 3号 takes per 字, more than 4号 does, in millimetres: tells lines of the body from those of tables and 版记. */
const bodyAdvance = 5.2

/** Lines of the type area in the size of the body. */
function grid({ rendering }: Subject): Judgement {
  if (!rendering) return unverified
  return without(
    rendering.pages.flatMap(({ lines, width, height }, page) => {
      if (width > height) return []
      const inside = lines.filter(({ top, bottom, left, right, text }) => {
        const middle = (top + bottom) / 2
        const advance = (right - left) / Math.max(1, hanWidth(squeezed(text)))
        return middle > standard.top.value && middle < standard.lastRule.value && advance > bodyAdvance
      })
      const wide = inside.find(({ text }) => hanWidth(squeezed(text)) > standard.charactersPerLine.value + hanging)
      return [
        ...(inside.length > standard.linesPerPage.value ? [onPage(page, `${inside.length}`)] : []),
        ...(wide ? [onPage(page, wide.text.slice(0, 12))] : []),
      ]
    }),
  )
}

export const pageNumberAssertions: readonly Assertion[] = [
  { id: 40, clause: '7.5', judge: oddAndEven },
  { id: 41, clause: '7.5', judge: numberFace },
  { id: 42, clause: '7.5', judge: dash },
  { id: 43, clause: '5.2.3', judge: grid },
]
