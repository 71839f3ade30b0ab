/** Lines never begin with these: particles and closing marks belong to what stands before them. */
const clinging = /^(?:[的地得之和与及等]$|[、，。；：》〉”’）〕…])/

/** Lines never end with an opening mark, nor between 第 and its number. */
const opening = /[《〈“‘（〔第]$/

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** Words of the trade that a general dictionary does not know or takes apart. */
const trade =
  /(营商环境|高新(?:技术|片区|区)|自由贸易试验区|领导小组办公室|领导小组|人民政府|委员会|办公[厅室]|绩效考[评核]|乡村振兴|招商引资|政务服务|放管服|片区|印发|评分|考[评核]|督[查办]|审定|报送|核验|自[评查]|市直)/

const byDictionary = (text: string): readonly string[] =>
  text
    .split(trade)
    .flatMap((piece) => (trade.test(piece) ? [piece] : Array.from(segmenter.segment(piece), ({ segment }) => segment)))

const single = /^\p{Script=Han}$/u

/** Single characters that are words: a line may begin with them. */
const leading = /^[对在为以由从向将就按经关于各全本我该每]$/

/** What it costs to end a line between two words: a character that stands alone is more often a part of a word that the dictionary lacks. */
function tornBetween(before: string, after: string): number {
  const [left, right] = [single.test(before), single.test(after) && !leading.test(after)]
  if (left && right) return 300
  return left || right ? 40 : 0
}

/** What a title's line may begin with, each with its cost: 2024年度 and 《办法》 keep their marks and what they count. */
export function segmentsOf(title: string): readonly { readonly text: string; readonly cost: number }[] {
  const out: { text: string; cost: number }[] = []
  let before = ''
  for (const segment of byDictionary(title)) {
    const last = out.at(-1)
    if (last && (clinging.test(segment) || opening.test(last.text) || /\d$/.test(last.text))) last.text += segment
    else out.push({ text: segment, cost: last ? tornBetween(before, segment) : 0 })
    before = segment
  }
  return out
}
