import type { Basis } from '@quanheng/domain/kernel/basis'
import type { Binding, EvidenceRequirement, IndicatorCard, LeafScoring } from '@quanheng/domain/plan/model'
import type { WorkedCase } from '@quanheng/domain/rule/cases'
import type { Answer, StoredRule } from '@quanheng/domain/rule/model'
import { parse } from '@quanheng/domain/rule/parse'
import { lineOf } from '@quanheng/domain/rule/questions'
import { sameData } from '@quanheng/domain/rule/same-data'
import { saySentence } from '@quanheng/domain/rule/say'
import { basisForm, noBasis } from './basis-form.ts'
import { type DocPath, type Form, list, orShort, type Report, table, text, yesNo } from './form.ts'
import { type Fields, needed, optional, record, unless, variants } from './record.ts'

interface Line {
  /** A 口径 line in words, or a question's code and choice where the language has no line for it. */
  readonly line?: string
  readonly question?: string
  readonly choice?: string
  readonly basis: Basis
}

const lineForm = orShort<Line>(
  record<Line>({
    line: optional('口径', text),
    question: optional('问题', text),
    choice: optional('选择', text),
    basis: unless(noBasis, '依据', basisForm),
  }),
  {
    read: (line) => ({ line, basis: noBasis }),
    write: ({ line, basis }) => (basis.kind === 'default' ? line : undefined),
  },
)

/** A leaf's scoring as it stands in the file: the sentence is what counts, the rule is read out of it. */
interface Written extends Omit<LeafScoring, 'rule' | 'sentence'> {
  readonly text?: string
  /** The canonical sentence that is computed, where that is not what `text` itself reads as. */
  readonly computed?: string
  readonly notes: readonly Line[]
  readonly unread?: string
}

const cardTexts = { formula: '公式', measure: '口径', unit: '单位', period: '时段', publisher: '发布', release: '版本' }

const blankCard: IndicatorCard = { formula: '', measure: '', unit: '', period: '', publisher: '', release: '' }

const cardForm: Form<IndicatorCard> = record(
  Object.fromEntries(
    Object.entries(cardTexts).map(([name, label]) => [name, unless('', label, text)]),
  ) as unknown as Fields<IndicatorCard>,
)

const bindingForm: Form<Binding> = variants<'from', Binding>('from', '取自', {
  element: ['数据', { input: needed('输入', text), elementKey: needed('数据编号', text) }],
  target: ['目标值', { input: needed('输入', text) }],
  constant: ['常数', { input: needed('输入', text), value: needed('数值', text) }],
})

const evidenceForm: Form<EvidenceRequirement> = record({
  key: needed('编号', text),
  name: needed('名称', text),
  required: unless(true, '必备', yesNo),
})

/** `已知: { 完成值: 90 }`, 得分, and the words of the sentence that it settles. */
export const exampleForm = record<WorkedCase>({
  given: needed('已知', table(text)),
  score: needed('得分', text),
  clause: unless('', '依据原文', text),
})

const writtenForm = record<Written>({
  text: optional('评分标准', text),
  computed: optional('计分规则', text),
  notes: unless([], '口径', list(lineForm)),
  unread: optional('未识别原文', text),
  completionStandard: unless('', '完成标准', text),
  bindings: unless([], '取数', list(bindingForm)),
  card: unless(blankCard, '指标卡片', cardForm),
  evidenceList: unless([], '台账目录清单', list(evidenceForm)),
  verificationStandard: optional('核验标准', text),
  examples: optional('算例', list(exampleForm)),
})

/**
 * A sentence is stored verbatim and read again with the file; the rule is written beside it only where it is not what the sentence
 * reads as (人工评定, an earlier reading). A rule that does not hold by `parse(say(r)) = r` cannot be written and has no file.
 */
export const scoringForm: Form<LeafScoring> = {
  ...writtenForm,
  parts: {
    ...writtenForm.parts,
    rule: { label: '评分标准', form: text as unknown as Form<never> },
    sentence: { label: '未识别原文', form: text as unknown as Form<never> },
  },
  read: (doc, path, report) => {
    const written = writtenForm.read(doc, path, report)
    if (!written) return undefined
    const { text: sentence, computed, notes, unread, ...rest } = written
    if (sentence === undefined) return { ...rest, ...(unread !== undefined && { sentence: unread }) }
    const rule = readRuleText(sentence, computed, notes, path, report)
    return rule && { rule, ...(unread !== undefined && { sentence: unread }), ...rest }
  },
  write: ({ rule, sentence, ...rest }) =>
    writtenForm.write({
      ...rest,
      ...(rule ? ruleText(rule) : { notes: [] }),
      ...(sentence !== undefined && { unread: sentence }),
    }),
}

function readRuleText(
  sentence: string,
  computed: string | undefined,
  lines: readonly Line[],
  path: DocPath,
  report: Report,
): StoredRule | undefined {
  const { rule, answers: stated, notUnderstood } = parse(computed ?? sentence)
  const where = computed === undefined ? '评分标准' : '计分规则'
  for (const { text: words } of notUnderstood) report('file.ruleNotUnderstood', [...path, where], { words })
  const answers = lines.map(
    (line, at) => readLine(line) ?? report('file.noteNotUnderstood', [...path, '口径', at], { words: line.line ?? '' }),
  )
  if (rule === undefined || notUnderstood.length > 0 || answers.some((answer) => answer === undefined)) return undefined
  const noted = answers as readonly Answer[]
  return { v: 1, text: sentence, rule, answers: computed === undefined ? [...stated, ...noted] : noted }
}

const readLine = ({ line, question, choice, basis }: Line): Answer | undefined => {
  if (line === undefined)
    return question === undefined || choice === undefined ? undefined : { question, choice, basis }
  const [answer, more] = parse('', [{ text: line, basis }]).answers
  return more === undefined ? answer : undefined
}

function ruleText({ text: sentence, rule, answers }: StoredRule): Pick<Written, 'text' | 'computed' | 'notes'> {
  const read = parse(sentence)
  const rest = answers.slice(read.answers.length)
  const asRead =
    read.notUnderstood.length === 0 &&
    sameData(read.rule, rule) &&
    sameData(read.answers, answers.slice(0, read.answers.length))
  return asRead
    ? { text: sentence, notes: rest.map(lineFor) }
    : { text: sentence, computed: saySentence(rule), notes: answers.map(lineFor) }
}

const lineFor = ({ question, choice, basis }: Answer): Line => {
  const line = lineOf(question, choice)
  return line === undefined ? { question, choice, basis } : { line: `${line}。`, basis }
}
