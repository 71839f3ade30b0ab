import { inked, isBlack, levelOf } from '../anatomy/words.ts'
import {
  type Assertion,
  type Fault,
  inParagraph,
  type Judgement,
  notHere,
  type Subject,
  without,
} from '../assertion.ts'
import type { ParagraphLayout, RunLayout } from '../layout/model.ts'
import { type Family, families, indentOfTwo, pitch, sizes } from '../standard.ts'

const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

const isHeading = ({ text }: ParagraphLayout): boolean => levelOf(text) > 0

/** Prose: what is no numbered heading, nor the run-in text behind one. */
const prose = ({ anatomy }: Subject): readonly ParagraphLayout[] => anatomy.body.filter((each) => !isHeading(each))

const headings = ({ anatomy }: Subject, ...levels: readonly number[]): readonly ParagraphLayout[] =>
  anatomy.body.filter(({ text }) => levels.includes(levelOf(text)))

/** Where there is nothing to look at, nothing is said. */
const each = (
  paragraphs: readonly ParagraphLayout[],
  faultOf: (paragraph: ParagraphLayout) => string | undefined,
): Judgement => {
  if (paragraphs.length === 0) return notHere
  return without(
    paragraphs.flatMap((paragraph): Fault[] => {
      const found = faultOf(paragraph)
      return found === undefined ? [] : [inParagraph(paragraph, found)]
    }),
  )
}

/** The runs of a heading up to its first full stop: what follows may run on in the face of the body. */
function headingRuns(paragraph: ParagraphLayout): readonly RunLayout[] {
  const out: RunLayout[] = []
  for (const run of inked(paragraph)) {
    out.push(run)
    if (run.text.includes('。')) break
  }
  return out
}

const otherFace = (runs: readonly RunLayout[], family: Family): string | undefined =>
  runs
    .filter(({ text }) => han.test(text))
    .map(({ face }) => face)
    .find((face) => !families[family].test(face))

const faceFault = (runs: readonly RunLayout[], family: Family): string | undefined => {
  const face = otherFace(runs, family)
  return face === '' ? '—' : face
}

const points = (halfPoints: number): string => `${halfPoints / 2} pt`

const sizeFault = (runs: readonly RunLayout[]): string | undefined => {
  const other = runs.find(({ size }) => size !== sizes.body)
  return other && points(other.size)
}

/** A grid that snaps does as an exact pitch does, in programs that honour it. */
function pitchJudgement(subject: Subject): Judgement {
  const { body } = subject.anatomy
  if (body.length === 0) return notHere
  const kept = (twips: number): boolean => twips >= pitch.least && twips <= pitch.most
  const faults: Fault[] = []
  let snapped = false
  for (const paragraph of body) {
    const { rule, line } = paragraph.spacing
    const { snapPitch = 0 } = subject.layout.sections[paragraph.section] ?? {}
    if (rule === 'exact' && kept(line)) continue
    if (rule === 'auto' && line === 240 && kept(snapPitch)) snapped = true
    else faults.push(inParagraph(paragraph, `${rule} ${rule === 'auto' ? line / 240 : `${line / 20} pt`}`))
  }
  if (faults.length > 0) return without(faults)
  return snapped
    ? { status: 'warn', applies: true, faults: body.slice(0, 1).map((first) => inParagraph(first, 'docGrid')) }
    : without([])
}

/** 一、 → （一） → 1. → （1）; 1. right under 一、 is the two-level style that the standard knows. */
function skips({ anatomy }: Subject): Judgement {
  const numbered = anatomy.body.filter(isHeading)
  if (numbered.length === 0) return notHere
  let above = 0
  const faults: Fault[] = []
  for (const paragraph of numbered) {
    const level = levelOf(paragraph.text)
    if (level > above + 1 && !(above === 1 && level === 3)) faults.push(inParagraph(paragraph, `${above} → ${level}`))
    above = level
  }
  return without(faults)
}

export const textAssertions: readonly Assertion[] = [
  {
    id: 7,
    clause: '5.2.2',
    judge: (subject) => each(prose(subject), (paragraph) => faceFault(inked(paragraph), '仿宋')),
  },
  {
    id: 8,
    clause: '5.2.2',
    judge: (subject) => each(subject.anatomy.body, (paragraph) => sizeFault(inked(paragraph))),
  },
  {
    id: 9,
    clause: '5.2.4',
    judge: (subject) =>
      each(subject.anatomy.body, (paragraph) => inked(paragraph).find(({ color }) => !isBlack(color))?.color),
  },
  { id: 10, clause: '5.2.3', judge: pitchJudgement },
  {
    id: 11,
    clause: '7.3.3',
    judge: ({ anatomy }) =>
      each(anatomy.body, ({ indent: { firstLine, firstLineChars, left } }) => {
        const two =
          firstLineChars === indentOfTwo.chars || Math.abs(firstLine - indentOfTwo.twips) <= indentOfTwo.tolerance
        return two && left === 0 ? undefined : `${((firstLine + left) / (indentOfTwo.twips / 2)).toFixed(1)} 字`
      }),
  },
  {
    id: 12,
    clause: '7.3.3',
    judge: (subject) => each(headings(subject, 1), (paragraph) => faceFault(headingRuns(paragraph), '黑体')),
  },
  {
    id: 13,
    clause: '7.3.3',
    judge: (subject) => each(headings(subject, 2), (paragraph) => faceFault(headingRuns(paragraph), '楷体')),
  },
  {
    id: 14,
    clause: '7.3.3',
    judge: (subject) => each(headings(subject, 3, 4), (paragraph) => faceFault(inked(paragraph), '仿宋')),
  },
  {
    id: 15,
    clause: '7.3.3',
    judge: ({ anatomy }) =>
      each(anatomy.body, (paragraph) =>
        inked(paragraph)
          .find(({ bold }) => bold)
          ?.text.slice(0, 12),
      ),
  },
  { id: 16, clause: '7.3.3', judge: skips },
]
