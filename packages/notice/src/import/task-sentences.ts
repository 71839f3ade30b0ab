import type { Indicator } from '../find/indicator.ts'
import { scoresPoints } from '../find/scoring-words.ts'
import type { Context } from '../text/context.ts'
import type { Span } from '../text/document.ts'
import { placesIn } from '../text/places.ts'
import { walk } from '../text/sections.ts'
import { matches, placed, sentences, split } from '../text/words.ts'
import { isUnit, type TaskEntry } from './task-entry.ts'

/** 清河镇完成5000万元, 县教育局8个: a unit and its figure, and nothing else. */
const share =
  /^(?:其中[:：]?|[^，。；：:]{2,16}[:：]\s?)?([\u4e00-\u9fa5（）()]{2,20}?)(?:完成|实现|达到|不低于|不少于|新增|引进|为|[:：])?\s?(\d{1,8}(?:\.\d{1,4})?\s?(?:亿元|万元|元|[%％]|[个家项户件次亩人]|公里|万吨|吨)(?:以上)?)$/

/** Where a leaf speaks of itself: what stands under its heading, or in its cell of standards. */
function* spansOf({ sections }: Context, indicators: readonly Indicator[]): Generator<readonly [Indicator, Span]> {
  const leaves = indicators.filter(({ leaf }) => leaf)
  for (const leaf of leaves) if (leaf.standard) yield [leaf, leaf.standard.at]
  const headed = placesIn(leaves, ({ name }) => name.at)
  for (const section of walk(sections)) {
    const [leaf] = headed(section.titleAt)
    if (leaf && !leaf.standard && section.children.length === 0)
      yield [leaf, { start: section.rest.start, end: section.end }]
  }
}

/** 清河镇完成5000万元、白石镇完成3000万元: targets of an indicator, where a sentence gives them to two units or more. */
export function sentenceTasks(context: Context, indicators: readonly Indicator[]): readonly TaskEntry[] {
  const { text } = context
  const found: TaskEntry[] = []
  for (const [{ name }, span] of spansOf(context, indicators)) {
    if (span.end <= span.start) continue
    for (const sentence of sentences(text, span)) {
      if (scoresPoints(text.slice(sentence.start, sentence.end))) continue
      const own = split(text, sentence, '、，,；;').flatMap((piece): TaskEntry[] => {
        const [hit] = matches(text, piece, share)
        const unit = hit && placed(text, hit.group(1), 0.85)
        return hit && unit && isUnit(unit.value)
          ? [{ indicator: name.value, unit: unit.value, target: placed(text, hit.group(2), 0.85), unitAt: unit }]
          : []
      })
      if (own.length > 1) found.push(...own)
    }
  }
  return found
}
