import { readAnatomy } from './anatomy/anatomy.ts'
import type { Assertion, Judgement, Published, Subject } from './assertion.ts'
import { bodyAssertions } from './assertions/body.ts'
import { closingAssertions } from './assertions/closing.ts'
import { fileAssertions } from './assertions/file.ts'
import { formAssertions } from './assertions/forms.ts'
import { letterheadAssertions } from './assertions/letterhead.ts'
import { pageAssertions } from './assertions/page.ts'
import { pageNumberAssertions } from './assertions/page-number.ts'
import { textAssertions } from './assertions/text.ts'
import { titleAssertions } from './assertions/title.ts'
import { writingAssertions } from './assertions/writing.ts'
import { openPackage, type Parts } from './file/parts.ts'
import { readLayout } from './layout/read-layout.ts'
import type { Rendering } from './rendered/model.ts'

/** The fifty assertions in their order. */
const assertions: readonly Assertion[] = [
  ...fileAssertions,
  ...pageAssertions,
  ...textAssertions,
  ...titleAssertions,
  ...letterheadAssertions,
  ...bodyAssertions,
  ...closingAssertions,
  ...pageNumberAssertions,
  ...formAssertions,
  ...writingAssertions,
].toSorted((a, b) => a.id - b.id)

export interface Answer extends Judgement {
  readonly id: number
  readonly clause: string
}

/** `structureOnly`: no fault was found, but something could not be seen, such as the faces or the set page. */
export type Conclusion = 'conforms' | 'structureOnly' | 'faults'

export interface PaperCheck {
  readonly conclusion: Conclusion
  readonly answers: readonly Answer[]
  readonly subject: Subject
}

/** What is known beside the file itself. */
export interface Known {
  readonly rendering?: Rendering | undefined
  readonly installed?: ReadonlySet<string> | undefined
  readonly published?: Published | undefined
}

function conclude(answers: readonly Answer[]): Conclusion {
  if (answers.some(({ status }) => status === 'fail')) return 'faults'
  // The published figures are no matter of form: a paper conforms without being held against them.
  return answers.some(({ id, status }) => status === 'unverified' && id !== 48) ? 'structureOnly' : 'conforms'
}

/** All answers about a .docx, given by its inflated parts. Throws `FileRefused` for what is none. */
export function checkPaper(parts: Parts, { rendering, installed, published }: Known = {}): PaperCheck {
  const layout = readLayout(openPackage(parts))
  const subject: Subject = {
    layout,
    anatomy: readAnatomy(layout),
    ...(rendering && { rendering }),
    ...(installed && { installed }),
    ...(published && { published }),
  }
  const answers = assertions.map(({ id, clause, judge }) => ({ id, clause, ...judge(subject) }))
  return { conclusion: conclude(answers), answers, subject }
}
