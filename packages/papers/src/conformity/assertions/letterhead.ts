import { numberText } from '../anatomy/head.ts'
import { documentNumber, inked, isRed, sizeOf } from '../anatomy/words.ts'
import {
  type Assertion,
  inFile,
  inParagraph,
  type Judgement,
  notHere,
  onPage,
  pass,
  type Subject,
  unverified,
  without,
} from '../assertion.ts'
import type { RenderedPage } from '../rendered/model.ts'
import { families, say, standard, within } from '../standard.ts'

const headed = ({ anatomy: { form } }: Subject): boolean => form !== 'plain'

/** 纪要 and briefings are numbered as each organ likes (10.3). */
const numbered = ({ anatomy: { form } }: Subject): boolean => form === 'document' || form === 'letter'

const upward = ['报告', '请示']

const redRulesOf = (page: RenderedPage | undefined) => page?.rules.filter(({ red }) => red) ?? []

function oneNumber(subject: Subject): Judgement {
  if (!numbered(subject)) return notHere
  const { numbers } = subject.anatomy
  if (numbers.length === 0) return without([inFile('—')])
  return without(numbers.slice(1).map((extra) => inParagraph(extra, numberText(extra.text))))
}

function signed(subject: Subject): Judgement {
  const { signers, kind = '', numbers } = subject.anatomy
  if (!numbered(subject)) return notHere
  const [first] = signers
  if (upward.includes(kind)) {
    if (!first) return without([numbers[0] ? inParagraph(numbers[0], '—') : inFile('—')])
    return /签发人：/.test(first.text)
      ? pass
      : without([inParagraph(first, /签\s*发\s*人./.exec(first.text)?.[0] ?? '')])
  }
  if (kind === '意见' || !first) return pass
  return without([inParagraph(first, '签发人')])
}

/** Names of signers: the runs behind the colon, and the whole of further lines. */
function signersFace({ anatomy: { signers } }: Subject): Judgement {
  if (signers.length === 0) return notHere
  return without(
    signers.flatMap((line) => {
      const runs = inked(line)
      const label = runs.findIndex(({ text }) => /签\s*发\s*人/.test(text))
      const names = runs
        .slice(label + 1)
        .filter(({ text }) => !/^[：:\s]*$/.test(text) && !/〔/.test(text) && !/号$/.test(text))
      return names.filter(({ face }) => !families.楷体.test(face)).map(({ face }) => inParagraph(line, face || '—'))
    }),
  )
}

function ruleLength(subject: Subject): Judgement {
  if (!headed(subject) || subject.anatomy.form === 'letter') return notHere
  if (!subject.rendering) return unverified
  const [rule] = redRulesOf(subject.rendering.pages[0])
  if (!rule) return without([onPage(0, '—')])
  const length = rule.right - rule.left
  return within(standard.ruleLength, length) ? pass : without([onPage(0, say(length))])
}

/** From the foot of the number's glyphs, which fill the middle of their line's box. */
function ruleBelow(subject: Subject): Judgement {
  const { anatomy, rendering } = subject
  const [number] = anatomy.numbers
  if (anatomy.form !== 'document' || !number) return notHere
  if (!rendering) return unverified
  const [page] = rendering.pages
  const [rule] = redRulesOf(page)
  const wanted = numberText(number.text).replace(/\s/g, '')
  const line = page?.lines.find(({ text }) => text.replace(/\s/g, '').includes(wanted))
  if (!rule || !line) return without([onPage(0, '—')])
  const glyph = (sizeOf(number) / 2) * (25.4 / 72)
  const gap = rule.top - ((line.top + line.bottom) / 2 + glyph / 2)
  return within(standard.ruleBelowNumber, gap) ? pass : without([onPage(0, say(gap))])
}

function markTop(subject: Subject): Judgement {
  const { anatomy, rendering } = subject
  if (anatomy.marks.length === 0) return notHere
  if (!rendering) return unverified
  const top = rendering.pages[0]?.redInk?.top
  const figure = anatomy.form === 'letter' ? standard.letterMarkTop : standard.markTop
  if (top === undefined) return without([onPage(0, '—')])
  return within(figure, top) ? pass : without([onPage(0, say(top))])
}

export const letterheadAssertions: readonly Assertion[] = [
  {
    id: 20,
    clause: '7.2.5',
    judge: (subject) => {
      const { numbers, form } = subject.anatomy
      if (numbers.length === 0 || form === 'briefing' || form === 'plain') return notHere
      const wrong = numbers.filter(({ text }) => !documentNumber.test(numberText(text)))
      return without(
        wrong.map((line) => inParagraph(line, numberText(line.text))),
        form === 'minutes' ? 'warn' : 'fail',
      )
    },
  },
  { id: 21, clause: '7.2.5', judge: oneNumber },
  { id: 22, clause: '7.2.6', judge: signed },
  { id: 23, clause: '7.2.6', judge: signersFace },
  {
    id: 24,
    clause: '7.2.7',
    judge: (subject) => (!headed(subject) ? notHere : subject.anatomy.rules.length > 0 ? pass : without([inFile('—')])),
  },
  { id: 25, clause: '7.2.7', judge: ruleLength },
  { id: 26, clause: '7.2.7', judge: ruleBelow },
  { id: 27, clause: '7.2.4', judge: markTop },
  {
    id: 28,
    clause: '7.2.4',
    judge: (subject) => {
      if (!headed(subject)) return notHere
      const { marks } = subject.anatomy
      if (marks.length === 0) return without([inFile('—')])
      return without(
        marks.flatMap((mark) =>
          inked(mark)
            .filter(({ color }) => !isRed(color))
            .map(({ color }) => inParagraph(mark, color)),
        ),
      )
    },
  },
]
