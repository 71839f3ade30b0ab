import { type ExactText, parseExact } from '../kernel/exact.ts'
import { type Finding, mustResolve, notice } from './findings.ts'
import { methodOf } from './methods.ts'
import type { StoredRule } from './model.ts'
import type { OpenQuestion } from './outcome.ts'
import { parse } from './parse.ts'
import { choicesOf, lineOf, type QuestionCode, usualOf } from './questions.ts'
import { sameData } from './same-data.ts'
import { saySentence } from './say.ts'

/** The questions that the rule leaves open and nobody has answered, each with its usual reading and what that rests on. */
export function openQuestions(
  { rule, answers }: Pick<StoredRule, 'rule' | 'answers'>,
  fullMark?: ExactText,
): readonly OpenQuestion[] {
  const answered = new Set(answers.map(({ question }) => question))
  const asked: readonly QuestionCode[] = [...methodOf(rule).open(rule, markOf(fullMark)), 'notConcerned']
  return asked
    .filter((code) => !answered.has(code))
    .map((code) => ({
      code,
      at: '',
      choices: choicesOf(code),
      usual: usualOf(code).choice,
      basis: usualOf(code).basis,
    }))
}

/**
 * What is wrong with a rule or unclear in it, before a plan is issued. `fullMark` is the leaf's; without it nothing is said about marks.
 * A rule whose text says something else is found too, except for 人工评定, which a drafter may choose for any sentence.
 */
export function lint(stored: StoredRule, fullMark?: ExactText): readonly Finding[] {
  return [
    ...(sameData(parse(saySentence(stored.rule)).rule, stored.rule) ? [] : [mustResolve('rule.malformed', 'rule')]),
    ...textFindings(stored),
    ...stored.answers.flatMap(({ question, choice }, i) =>
      lineOf(question, choice) === undefined ? [mustResolve('rule.answerUnknown', `answers[${i}]`)] : [],
    ),
    ...methodOf(stored.rule).lint(stored.rule, markOf(fullMark)),
    ...openQuestions(stored, fullMark).map((question) => ({ ...notice('rule.open', question.at), question })),
    ...worded(stored.text, vague, (word) => notice('rule.vague', 'text', { word })),
    ...worded(stored.text, range, (word) => mustResolve('rule.range', 'text', { word })),
    ...worded(stored.text, praise, (word) => mustResolve('rule.praise', 'text', { word })),
  ]
}

const markOf = (fullMark: ExactText | undefined) => {
  const mark = fullMark === undefined ? undefined : parseExact(fullMark)
  return mark?.ok ? mark.value : undefined
}

function textFindings({ text, rule }: StoredRule): readonly Finding[] {
  if (rule.kind === 'judged' && !rule.levels) return []
  const parsed = parse(text)
  const unread = parsed.notUnderstood.map(({ start, end, text: words }) => ({
    ...mustResolve('rule.textNotUnderstood', 'text', { words }),
    span: { start, end },
  }))
  if (unread.length > 0 || parsed.rule === undefined) return unread
  return sameData(parsed.rule, rule) ? [] : [mustResolve('rule.textDiffers', 'text', { said: saySentence(rule) })]
}

/** Words that two scorers will not read alike. */
const vague = /酌情|视情|适当|重大|较大|较好|较差|明显|基本|严重|原则上|有关|相关|及时|一定|若干|左右/gu

/** 扣1-3分, 得0—5分: how much, but not for what. A range of 人工评定 names who judges. */
const range = /(?<!第)(?:扣|加|奖励|酌情得)\d+(?:\.\d+)?分?[-–—~～至]\d+(?:\.\d+)?分/gu

/** 领导批示, 媒体报道: barred from appraisal by the central rule of 2024 on formalism at the grass roots. */
const praise =
  /(?:领导)?(?:批示|圈阅)|(?:媒体|报刊|电视台|新闻|期刊|简报|信息)(?:报道|刊发|刊登|采用|宣传)|(?:报道|刊发)推广/gu

function worded(text: string, words: RegExp, find: (word: string) => Finding): readonly Finding[] {
  return [...text.matchAll(words)].map((match) => {
    const [word] = match
    const start = [...text.slice(0, match.index)].length
    return { ...find(word), span: { start, end: start + [...word].length } }
  })
}
