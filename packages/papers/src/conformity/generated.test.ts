import { describe, expect, it } from 'vitest'
import { composeLetter } from '../docx/letter.ts'
import { checkLetter } from '../paper/check.ts'
import { formOf } from '../paper/model.ts'
import { partsOf } from '../testing/faulty.ts'
import { generatedPaper } from '../testing/generated-papers.ts'
import { checkPaper } from './check-paper.ts'

const count = process.env.QUANHENG_LONG ? 200 : 30

describe(`${count} papers of all kinds with hostile content`, () => {
  it.each(Array.from({ length: count }, (_, index) => index))('paper %i: 0 faults', async (index) => {
    const paper = generatedPaper(index)
    expect(checkLetter(paper)).toEqual([])
    const { answers, conclusion, subject } = checkPaper(await partsOf(await composeLetter(paper)))
    expect(answers.filter(({ status }) => status === 'fail')).toEqual([])
    expect(conclusion).toBe('structureOnly')
    expect(subject.anatomy.form).toBe(formOf(paper.kind))
    // What the check did not recognise it could not have found wrong.
    const { title, body, attachments, date, imprint } = subject.anatomy
    expect(
      title
        .map(({ text }) => text)
        .join('')
        .replaceAll('\n', ''),
    ).toBe(paper.title)
    expect(body.length).toBeGreaterThanOrEqual(paper.body.filter(({ kind }) => kind !== 'table').length)
    expect(attachments.length).toBe(paper.attachments?.length ?? 0)
    expect(date !== undefined).toBe(['document', 'letter'].includes(formOf(paper.kind)))
    if (paper.imprint && formOf(paper.kind) !== 'letter') expect(imprint.printed).toBeDefined()
  })
  it('the same number gives the same bytes', async () => {
    const [first, second] = [await composeLetter(generatedPaper(5)), await composeLetter(generatedPaper(5))]
    expect(Buffer.compare(first, second)).toBe(0)
  })
})
