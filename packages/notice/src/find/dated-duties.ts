import type { Span } from '../text/document.ts'
import { isOrgan } from '../text/organs.ts'
import { between, matches, placed, trimmed } from '../text/words.ts'
import type { Step } from './step.ts'
import { termsOf } from './step-terms.ts'

const digits = '[\\dOolI|]{1,2}'
const month = `(?:\\d{4}\\s?年|当年|次年|翌年|每年)?\\s?${digits}\\s?月`

/** 12月20日前, 2026年1月底前, 每季度末月25日前, 于3月中旬: a day by which, or the days in which something is done. */
const dueWords = new RegExp(
  `(?:${month}(?:\\s?${digits}\\s?[日曰]|[上中下]旬|底|末|初)|每(?:季度?|半年)末?月\\s?\\d{1,2}\\s?日)(?:以前|之前|前)|${month}[上中下]旬(?=开展|组织|进行|对)`,
)

const does = '(?:报送?|上报|提交)'
/** Words up to a stop; a bracket stays with what it explains. */
const rest = '(?:[^，,。；;（）()\\n]|[（(][^（）()\\n]{1,24}[)）])'
/** 区国资委党委 in front of what it does. */
const body =
  '[\\u4e00-\\u9fa5]{2,16}?(?:委|府|办|局|厅|部|院|会|组|中心|办公室)(?=组织|完成|开展|汇总|形成|提交|反馈|公布|通报|审定|将|对)'
const act = '完成|报送|上报|提交|开展|组织|进行|反馈|公布|通报|下达|形成|汇总'

/** 前将进展情况报县政府督查室, 前完成考核, 前各单位报送自查报告: who, and what is done by then with its verb. */
export const doneBy = new RegExp(
  `^[，,]?\\s?(?:由?((?:各|被考[核评]|责任|牵头)[^，,。；将把向]{0,14}?(?:科室|单位|部门|组织|专班|街道|乡镇|责任主体)|${body}))?(?:要|应当?|须|负责)?(?:将|把)?(?:向${rest}{2,24}?(?=${does}))?((?:[^，,。；;、\\n]{2,24}?${does}(?:至|到|给)?${rest}{2,20})|报(?:送|至|到|给|请)?${rest}{2,20}|(?:全面)?(?:${act})${rest}{2,24})`,
)

/** 县绩效办应在…, 请各部门于…: who acts, before the term. */
export const actorBefore =
  /(?:^|[，；。])\s?请?([^，,。；：]{2,24}?)(?:务必|应当?|须|要|可以?)?(?:分别)?(?:自|在|于)?\s?$/

/** 各单位要确定1名联络员，于…: who the sentence is about, where the clause names nobody. */
const subject =
  /^\s?请?(各[^，,。；：:]{0,12}?(?:科室|单位|部门|组织|专班|街道|乡镇|县区|[）)]))(?=[要应须于将在按请对可]|务必)/

export const isActor = (words: string): boolean =>
  isOrgan(words) ||
  /^(?:各|被考[核评]|责任|牵头)[^，,。；]{0,14}(?:科室|单位|部门|组织|专班|街道|乡镇|责任主体|[市县区州镇）)])$/.test(
    words,
  )

/** 各部门于12月20日前报送全年自查报告: duties with their day, outside the steps of a procedure. */
export function dutiesByDay(text: string, sentence: Span): readonly Step[] {
  if (!/[前旬]/.test(text.slice(sentence.start, sentence.end))) return []
  const terms = matches(text, sentence, dueWords).map(({ at }) => at)
  return terms.flatMap((term, at): Step[] => {
    const [done] = matches(text, between(term.end, terms[at + 1]?.start ?? sentence.end), doneBy)
    if (!done) return []
    const what = trimmed(text, done.group(2))
    const actor = actorOf(text, sentence, between(terms[at - 1]?.end ?? sentence.start, term.start))
    const who = done.groups[1] ? done.group(1) : actor
    return [
      {
        start: sentence.start,
        end: what.end,
        name: placed(text, what, 0.75),
        due: termsOf(text, term).due,
        cutoff: null,
        inputs: [],
        outputs: [],
        actors: who ? [placed(text, who, 0.75)] : [],
      },
    ]
  })
}

/** Who acts: the words before the term, or else whom the sentence is about. */
function actorOf(text: string, sentence: Span, before: Span): Span | undefined {
  const [found] = matches(text, before, actorBefore)
  const own = found && trimmed(text, found.group(1))
  if (own && isActor(text.slice(own.start, own.end))) return own
  const [about] = matches(text, sentence, subject)
  return about && trimmed(text, about.group(1))
}
