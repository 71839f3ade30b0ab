import type { Context } from '../text/context.ts'
import { matches, placed, split } from '../text/words.ts'
import type { Indicator } from './indicator.ts'
import { labelledDuties, scoringDuties } from './labelled-duties.ts'
import { type Responsibility, sentenceDuties } from './responsibilities.ts'
import { tableDuties } from './table-duties.ts'

/** What does not overlap anything known; both come in the order of the text. */
function apart(found: readonly Responsibility[], known: readonly Responsibility[]): readonly Responsibility[] {
  let at = 0
  return found.filter(({ start, end }) => {
    while ((known[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1
    return (known[at]?.start ?? Number.POSITIVE_INFINITY) >= end
  })
}

const inOrder = (all: readonly Responsibility[]): readonly Responsibility[] =>
  [...all].sort((a, b) => a.start - b.start)

/** 指标设置组由某局牵头, 考核工作由某科牵头, 实地评议（12月14日起）: a body at work, the appraisal itself or a step is no indicator. */
const ofNothing =
  /(?:[^小]组|小组|专班|委员会)$|办公室设在|同志(?:兼|任|担任)|\d月\d{1,2}日|^(?:年度|年终|平时|季度|半年|绩效|综合|目标|本次|日常|考[核评]|评[价估分]|工作|组织|实施|具体|指标|结果|数据|[的和及、])+$/

const inQuotes = /^(?:新增|增加|增设|增补|调整)?(?:的)?[“"]([^“”"]{2,40})[”"](?:指标|项目)?$/

/** 新增“数据要素市场化配置”指标 is 数据要素市场化配置. */
function unquoted(text: string, known: ReadonlySet<string>, duty: Responsibility): Responsibility {
  if (duty.indicator && known.has(duty.indicator.value)) return duty
  const [found] = duty.indicator ? matches(text, duty.indicator.at, inQuotes) : []
  return found ? { ...duty, indicator: placed(text, found.group(1), duty.indicator?.confidence) } : duty
}

/** The subject as the indicators are called: 党建工作 where 工作 is of the name, one record for each of 营业收入、利润总额. */
function namedAs(text: string, known: ReadonlySet<string>, duty: Responsibility): readonly Responsibility[] {
  const { indicator } = duty
  if (!indicator || known.has(indicator.value)) return [duty]
  const { start, end } = indicator.at
  const whole = ['工作', '指标'].find(
    (word) => known.has(text.slice(start, end + word.length)) && text.startsWith(word, end),
  )
  if (whole) return [{ ...duty, indicator: placed(text, { start, end: end + whole.length }, indicator.confidence) }]
  const pieces = split(text, indicator.at, '、和及').map((piece) => placed(text, piece, indicator.confidence))
  return pieces.length > 1 && pieces.every(({ value }) => known.has(value))
    ? pieces.map((piece) => ({ ...duty, indicator: piece }))
    : [duty]
}

/** Who answers for which indicator, or part of one: in sentences, behind labels, in columns of a table. */
export function findResponsibilities(context: Context, indicators: readonly Indicator[]): readonly Responsibility[] {
  const sentences = sentenceDuties(context)
  const labelled = apart(labelledDuties(context), sentences)
  const scoring = apart(scoringDuties(context), inOrder([...sentences, ...labelled]))
  const tables = tableDuties(context, indicators)
  const known = new Set(indicators.map(({ name }) => name.value))
  return inOrder([...sentences, ...labelled, ...scoring, ...tables])
    .filter(({ indicator }) => !indicator || !ofNothing.test(indicator.value))
    .flatMap((duty) => namedAs(context.text, known, unquoted(context.text, known, duty)))
}
