import { type IRunOptions, Tab, TextRun } from 'docx'
import type { Text } from '../paper/model.ts'
import { partsOf, xmlSafe } from '../paper/text.ts'

/** The runs of a text. A figure is a run of its own, so its text stands unbroken in the file. */
export const runs = (text: Text, options: IRunOptions): TextRun[] =>
  partsOf(text).flatMap((part) => lines(typeof part === 'string' ? part : part.text, options))

const lines = (text: string, options: IRunOptions): TextRun[] =>
  xmlSafe(text)
    .split(/\r\n?|\n/)
    .map((line, index) => new TextRun({ ...options, children: tabbed(line), ...(index > 0 ? { break: 1 } : {}) }))

/** A tab is an element of its own in a run; inside text it is only white space. */
const tabbed = (line: string): (string | Tab)[] =>
  line.split('\t').flatMap((piece, index) => [...(index > 0 ? [new Tab()] : []), ...(piece === '' ? [] : [piece])])
