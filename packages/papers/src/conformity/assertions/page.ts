import { type Assertion, type Fault, inSection, type Subject, without } from '../assertion.ts'
import type { SectionLayout } from '../layout/model.ts'
import { type Figure, millimetres, say, standard, within } from '../standard.ts'

/** Portrait measures of a section: a landscape page is the portrait one turned clockwise, its top at the binding edge. */
function upright({ width, height, landscape, margin }: SectionLayout) {
  if (!landscape) return { width, height, ...margin }
  return {
    width: height,
    height: width,
    top: margin.right,
    right: margin.bottom,
    bottom: margin.left,
    left: margin.top,
  }
}

const measured = (
  { layout }: Subject,
  figure: Figure,
  of: (section: ReturnType<typeof upright>) => number,
): readonly Fault[] =>
  layout.sections.flatMap((section, index) => {
    const mm = millimetres(of(upright(section)))
    return within(figure, mm) ? [] : [inSection(index, say(mm))]
  })

export const pageAssertions: readonly Assertion[] = [
  {
    id: 2,
    clause: '5.1',
    judge: (subject) =>
      without([
        ...measured(subject, standard.paperWidth, ({ width }) => width),
        ...measured(subject, standard.paperHeight, ({ height }) => height),
      ]),
  },
  { id: 3, clause: '5.2.1', judge: (subject) => without(measured(subject, standard.top, ({ top }) => top)) },
  { id: 4, clause: '5.2.1', judge: (subject) => without(measured(subject, standard.left, ({ left }) => left)) },
  {
    id: 5,
    clause: '5.2.1',
    judge: (subject) =>
      without(measured(subject, standard.typeWidth, ({ width, left, right }) => width - left - right)),
  },
  { id: 6, clause: '5.2.1', judge: (subject) => without(measured(subject, standard.bottom, ({ bottom }) => bottom)) },
]
