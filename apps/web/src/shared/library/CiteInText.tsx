import { citationText, namesIn } from '@quanheng/domain/library/citation'
import { CitedMarks } from './CitedMarks.tsx'
import { ClausePick } from './ClausePick.tsx'

interface Props {
  readonly text: string
  readonly onText: (text: string) => void
}

/** Under a text field: puts a citation where the text ends, and marks documents named in it that are not in force. */
export const CiteInText = ({ text, onText }: Props) => (
  <div>
    <ClausePick onPick={({ title, citedAs, article }) => onText(`${text}${citationText(title, citedAs, article)}`)} />{' '}
    <CitedMarks names={namesIn(text)} />
  </div>
)
