import type { showPaper } from '@quanheng/contract/report'
import type { ReplyOf } from '@quanheng/contract/route'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { Block, Letter } from '@quanheng/papers/paper/model'
import { headingCounter } from '@quanheng/papers/paper/numbering'
import { partsOf } from '@quanheng/papers/paper/text'
import { titleText } from '@quanheng/papers/paper/title'

type Blocks = ReplyOf<typeof showPaper>['report']['body']

/** Blocks with the numbers of their headings, which the composer counts. Plain data both ways; only `readonly` parts the two. */
export const headingsNumbered = (blocks: readonly Block[]): Blocks => {
  const count = headingCounter()
  return blocks.map((block) => {
    if (block.kind !== 'heading') return structuredClone(block)
    return { ...structuredClone(block), text: [count(block.level), ...partsOf(block.text)] }
  }) as Blocks
}

const blankNumber = '\u3000\u3000〔\u3000\u3000〕\u3000号'

/** The lines of the letter around its body, as `composeLetter` prints them. */
export const letterLines = (letter: Letter, attachment: string) => ({
  mark: `${letter.letterhead.organs.join('')}${letter.letterhead.word ?? ''}`,
  number: letter.number ?? blankNumber,
  signers: letter.signers === undefined ? '' : `签发人：${letter.signers.join('\u3000')}`,
  title: titleText(letter.title),
  addressees: `${letter.addressees.join('，')}：`,
  body: headingsNumbered(letter.body),
  attachment: attachment === '' ? '' : `附件：${attachment}`,
  organ: letter.signature.organs.join('\u3000'),
  date: sayDay(letter.signature.on),
  contact: letter.contact ? `（联系人：${letter.contact.name}，联系电话：${letter.contact.phone}）` : null,
  printed: letter.imprint ? { organ: letter.imprint.organ, day: `${sayDay(letter.imprint.on)}印发` } : null,
  copies: letter.imprint?.copies ? `抄送：${letter.imprint.copies.join('，')}。` : null,
})
