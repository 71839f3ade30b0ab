import { inked } from '../anatomy/words.ts'
import {
  type Assertion,
  inFile,
  inParagraph,
  inSection,
  type Judgement,
  notHere,
  onPage,
  type Subject,
  unverified,
  without,
} from '../assertion.ts'
import { families, say, standard, within } from '../standard.ts'

/** 信函 (10.1): no number on page 1, no rules in the 版记, two red double rules of 170 mm. */
function letter({ anatomy, layout, rendering }: Subject): Judgement {
  if (anatomy.form !== 'letter') return notHere
  const [first] = layout.sections
  const faults = []
  if (!first?.firstPageDiffers || first.footers.first?.hasPageNumber) faults.push(inSection(0, 'titlePg'))
  const { printed, copies, rules } = anatomy.imprint
  const at = copies ?? printed
  if (at && rules.length > 0) faults.push(inParagraph(at, `${rules.length}`))
  if (printed) faults.push(inParagraph(printed, '印发'))
  if (!rendering) return faults.length > 0 ? without(faults) : unverified
  const [page] = rendering.pages
  const red = page?.rules.filter((rule) => rule.red) ?? []
  const [upper, lower] = [red[0], red.at(-1)]
  if (!page || !upper || !lower || lower.top - upper.top < 100) return without([...faults, onPage(0, `${red.length}`)])
  for (const { left, right } of [upper, lower])
    if (!within(standard.letterRule, right - left)) faults.push(onPage(0, say(right - left)))
  const foot = page.height - lower.bottom
  if (!within(standard.letterFoot, foot)) faults.push(onPage(0, say(foot)))
  return without(faults)
}

/** 纪要 (10.3): who was there, labels in 黑体; no signature, no seal. */
function minutes({ anatomy }: Subject): Judgement {
  if (anatomy.form !== 'minutes') return notHere
  const { attendance, organs } = anatomy
  const labels = attendance.flatMap((line) => {
    const face = inked(line)[0]?.face ?? ''
    return families.黑体.test(face) ? [] : [inParagraph(line, face || '—')]
  })
  const missing = attendance.some(({ text }) => /^\s*出席/.test(text)) ? [] : [inFile('出席')]
  return without([...missing, ...labels, ...organs.map((line) => inParagraph(line, line.text.trim()))])
}

export const formAssertions: readonly Assertion[] = [
  { id: 44, clause: '10.1', judge: letter },
  { id: 45, clause: '10.3', judge: minutes },
]
