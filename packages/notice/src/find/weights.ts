import type { Context } from '../text/context.ts'
import { matches, type Placed, placed, trimmed } from '../text/words.ts'

export interface Weight {
  readonly component: Placed
  readonly value: Placed
}

const percent = '(\\d{1,3}(?:\\.\\d{1,2})?\\s?[%％])'
const shares = new RegExp(
  `([\\u4e00-\\u9fa5A-Za-z、“”"（）()]{2,24}?)(?:所)?(?:占(?:总分|总成绩|总分值|综合得分|总权重|考核总分|比重|权重|比)*(?:的|为)?|(?:的)?权重(?:占|为)?[:：]?|比重为|\\s?[×xX*＊]\\s?)\\s?${percent}`,
)
const points = /([\u4e00-\u9fa5“”]{2,20}?)占(?:总分)?\s?(\d{1,3}\s?分)/

const lead = /^(?:其中|以及|及|和|与|分别|包括|总分|得分|综合得分|分值|由|的|为|是|[+＋=＝、，:：])+/

/** Bounds of grades and quotas are percentages too, but no weights. */
const other = /优秀|良好|不超过|比例|名额|控制|增长|完成率|以上|以下|达到|低于|高于|每|超|完成|降/

/** Components of the total with their share: 业务工作占60%, 日常考核得分×40%. */
export function findWeights({ text, lines }: Context): readonly Weight[] {
  return lines.flatMap((line) =>
    line.table !== undefined
      ? []
      : [shares, points].flatMap((form) =>
          [...matches(text, line, form)].flatMap(({ group }): Weight[] => {
            const name = trimmed(text, group(1))
            const words = text.slice(name.start, name.end)
            const skip = lead.exec(words)?.[0].length ?? 0
            const inner = trimmed(text, { start: name.start + skip, end: name.end }, '“”"、')
            const component = text.slice(inner.start, inner.end)
            if (component.length < 2 || other.test(component) || (/分$/.test(component) && component.length < 3))
              return []
            return [{ component: placed(text, inner, 0.9), value: placed(text, group(2), 0.95) }]
          }),
        ),
  )
}
