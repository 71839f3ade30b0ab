import { createInterface } from 'node:readline'
import { parseExact } from '@quanheng/domain/kernel/exact'
import type { Coverage } from '@quanheng/domain/rule/coverage'
import { readRule } from '@quanheng/domain/rule/parse'
import { labels } from '@quanheng/messages/labels'
import { type Invocation, UsageError } from '../parse.ts'
import { examplesOf, examplesYaml } from '../plan/examples.ts'
import { FactsRefused } from '../refused.ts'
import { languageTag, texts } from '../texts/texts.ts'
import { type RuleReading, readSentence } from './reading.ts'

/** `./quanheng rule`: one sentence from the line, or many as JSON lines from standard input. */
export async function rule(invocation: Invocation): Promise<void> {
  if ('batch' in invocation.values) return batch()
  const { usage } = texts[invocation.language]
  const [sentence] = invocation.operands
  if (sentence === undefined) throw new UsageError(usage.needsSentence)
  const fullMark = invocation.values['full-mark']
  if (fullMark !== undefined && !isMark(fullMark)) throw new UsageError(usage.badMark(fullMark))
  const reading = readSentence(sentence, fullMark, factsOf(invocation))
  const examples = 'examples' in invocation.values ? proposed(sentence, fullMark) : undefined
  if ('json' in invocation.values)
    return console.log(JSON.stringify({ ...reading, ...(examples && { examples }) }, null, 2))
  console.log(
    [
      inWords(reading, languageTag(invocation.language)),
      ...(examples ? [examplesYaml(examples.proposals).trimEnd()] : []),
    ].join('\n'),
  )
}

/** Of a sentence understood to the last word; 100 marks where none are said. */
const proposed = (sentence: string, fullMark = '100'): Coverage | undefined => {
  const read = readRule(sentence)
  return read.ok ? examplesOf(read.value, fullMark) : undefined
}

const isMark = (text: unknown): text is string =>
  typeof text === 'string' && parseExact(text).ok && !text.startsWith('-')

function factsOf({ values, language }: Invocation): unknown {
  if (values.facts === undefined) return undefined
  try {
    return JSON.parse(values.facts)
  } catch {
    throw new UsageError(texts[language].usage.badFacts(values.facts))
  }
}

/** One line in, one line out, in order; a line that cannot be taken says why and stops no other. */
async function batch(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.trim() !== '') process.stdout.write(`${JSON.stringify(answer(line))}\n`)
}

function answer(line: string): unknown {
  const row = rowOf(line)
  if (row === undefined) return { id: null, error: { code: 'rule.line' } }
  const { id, sentence, fullMark, facts } = row
  if (typeof sentence !== 'string') return { id, error: { code: 'rule.line' } }
  if (fullMark !== undefined && fullMark !== null && !isMark(fullMark)) return { id, error: { code: 'rule.fullMark' } }
  try {
    return { id, ...readSentence(sentence, isMark(fullMark) ? fullMark : undefined, facts ?? undefined) }
  } catch (error) {
    if (error instanceof FactsRefused) return { id, error: { code: error.code, at: error.at } }
    throw error
  }
}

function rowOf(line: string): Record<string, unknown> | undefined {
  try {
    const row: unknown = JSON.parse(line)
    return typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** The same for people; officials' language is Chinese in either language of the command line. */
const inWords = ({ say, method, inputs, open, unparsed, outcome }: RuleReading, tag: 'zh-CN' | 'en'): string =>
  [
    say ?? '—',
    ...(method.length > 0 ? [method.join(' ')] : []),
    ...inputs.map(({ name, part, unit }) => `  ${name}\t${part}${unit === null ? '' : `\t${unit}`}`),
    ...open.map(({ code, choices }) => `? ${labels(tag, 'question', code)}: ${choices.join(' | ')}`),
    ...unparsed.map(({ start, end, text }) => `! ${start}–${end} ${text}`),
    ...(outcome ? [outcome.status === 'scored' ? `= ${outcome.points}` : JSON.stringify(outcome)] : []),
  ].join('\n')
