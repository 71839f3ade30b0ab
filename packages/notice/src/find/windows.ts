import type { Context } from '../text/context.ts'
import type { Span } from '../text/document.ts'
import { openingOf } from '../text/labels.ts'
import { touching } from '../text/places.ts'
import { between, matches, type Placed, placed, sentences, trimmed } from '../text/words.ts'
import { actorBefore, doneBy, dutiesByDay, isActor } from './dated-duties.ts'
import { scoresPoints } from './scoring-words.ts'
import type { Step } from './step.ts'
import { termOf } from './step-terms.ts'

const count = '(?:\\d{1,2}|[一二三五七十]{1,3})'
const days = `${count}\\s?个?(?:工作日|天|日)`

/** 每月5日前, 月后5个工作日内, 每季度结束后10日内: a term that comes round. */
const cadence = new RegExp(
  `(?:每(?:个)?(?:月|季度?|半年|年)|次月|次季度?|月后|季后|(?:月度|季度|半年|年度)(?:终了|结束|末)?后)[^，,。；、\\n\\d]{0,8}?(?:${days}(?:之前|以前|前|(?:之|以)?内)|底前|末前)`,
)

/** 自收到结果之日起3个工作日内, 在公示期内. */
const answerTerm = new RegExp(
  `(?:自|在|于|应在|可在|须在)\\s?((?:[^，,。；\\n]{1,22}?(?:之日起|之后|后|起))?\\s?${days}(?:之|以)?内|公示期(?:间|内))`,
)
const ofObjection = /异议|申诉|复核|复议|申辩|陈述/

/** 公示5个工作日, 公示期不少于7天. */
const shown = new RegExp(`(公示)(?:[^，,。；\\n\\d]{0,12}?)((?:不少于|不得少于|不低于)?\\s?${days})`)

const act =
  /^[，,]?\s?(?:均?[可应须]以?当?|要)?(?:以?书面(?:形式)?)?(?:由([^，,。；由]{2,20}?)|各[^，,。；]{1,12}?)?(?:(?:书面)?向([^，,。；]{2,24}?)|(?:通过|利用|登录|在)[^，,。；]{2,24}?)?((?:汇总|书面)?(?:报送|上报|报告|通报|提交|填报|汇总|公布|反馈|提出|申请|申诉|作出|答复|复核|告知|完成)[^，,。；、\n]{0,24})/

/** 每月5日前向某办报送数据, or 每月28日前将进展情况报某办: who and what. */
function doneIn(text: string, span: Span): { readonly who?: Span; readonly what: Span } | undefined {
  const [found] = matches(text, span, act)
  if (found) return { ...(found.groups[1] && { who: found.group(1) }), what: found.group(3) }
  const [by] = matches(text, span, doneBy)
  return by && { ...(by.groups[1] && { who: by.group(1) }), what: trimmed(text, by.group(2)) }
}

function stepAt(text: string, sentence: Span, term: Span, until: number): Step | undefined {
  const done = doneIn(text, between(term.end, until))
  const [before] = matches(text, between(sentence.start, term.start), actorBefore)
  if (!done) return undefined
  const { what } = done
  const who = done.who ?? before?.group(1)
  const actor = who && trimmed(text, who)
  const acts = actor !== undefined && isActor(text.slice(actor.start, actor.end))
  const named = actor !== undefined && !acts && !done.who && !/^[可应须要在于对自]/.test(text.slice(actor.start))
  return {
    start: sentence.start,
    end: what.end,
    name: placed(text, named && what.end - what.start <= 4 ? actor : what, 0.75),
    due: placed(text, termOf(text, term), 0.6),
    cutoff: null,
    inputs: [],
    outputs: [],
    actors: acts && actor ? [placed(text, actor, 0.75)] : [],
  }
}

const publicNotice = (text: string, sentence: Span): readonly Step[] =>
  matches(text, sentence, shown).map(({ group }) => ({
    start: sentence.start,
    end: group(2).end,
    name: placed(text, group(1), 0.75),
    due: placed(text, trimmed(text, group(2)), 0.6),
    cutoff: null,
    inputs: [],
    outputs: [],
    actors: [],
  }))

/** （四）公示反馈。…公示5个工作日: the term of a step that shows results. */
export const shownFor = (text: string, { name, start, end }: Step): Placed | null => {
  const [found] = name.value.includes('公示') ? matches(text, { start, end }, shown) : []
  return found ? placed(text, trimmed(text, found.group(2)), 0.6) : null
}

/** Terms of a sentence with what is done in each: up to the next term. */
function termed(text: string, sentence: Span): readonly Step[] {
  const objects = ofObjection.test(text.slice(sentence.start, sentence.end))
  const terms = [
    ...matches(text, sentence, cadence).map(({ at }) => at),
    ...(objects ? matches(text, sentence, answerTerm).map(({ group }) => group(1)) : []),
  ].sort((a, b) => a.start - b.start)
  return terms.flatMap((term, at) => stepAt(text, sentence, term, terms[at + 1]?.start ?? sentence.end) ?? [])
}

/** 学校审定 without a term leaves 公示期为5个工作日 in its words a window of its own. */
const saysTerm = ({ name, due }: Step): boolean => due !== null || name.value.includes('公示')

const holds = (step: Step, { start, end }: Span): boolean => step.start <= start && end <= step.end

const inScoring = (text: string, { start, end }: Span): boolean => scoresPoints(text.slice(start, end))

/** Outside the steps of a procedure: when results are shown, until when one may object, and which reports come round. */
export function windows({ text, lines }: Context, steps: readonly Step[]): readonly Step[] {
  const taken = touching(steps)
  return lines.flatMap((line) => {
    if (line.table !== undefined || !/公示|异议|申诉|复核|申辩|[月季年]/.test(line.text)) return []
    return sentences(text, { start: line.start + openingOf(line.text, line.label), end: line.end }).flatMap(
      (sentence) => {
        if (inScoring(text, sentence)) return []
        if (!taken(sentence))
          return [...publicNotice(text, sentence), ...termed(text, sentence), ...dutiesByDay(text, sentence)]
        return steps.some((step) => holds(step, sentence) && saysTerm(step)) ? [] : publicNotice(text, sentence)
      },
    )
  })
}
