/** Catalogue id of a scoring method, M01–M35. */
export type MethodId = `M${string}`

const step = /(?:个百分点|[%％]|个位次|名次)/

/** The turn of phrase that shows a method, the more special first. */
const turns: readonly (readonly [RegExp, MethodId])[] = [
  [/一票否[决优]/, 'M34'],
  [/不涉及|无此项(?:工作|任务)|未承担/, 'M35'],
  [
    /每(?:后退|下降|降低|退后)\d?[^，。；]{0,4}(?:个?名|个?位次)|(?:排名|位列|位居)[^，。；]{0,4}第[一1]|第[一1]名得/,
    'M13',
  ],
  [/(?:与|占|除以)?(?:最优值|最高值|第[一1]名)(?:的)?(?:比例|之比|相比)/, 'M10'],
  [/(?:平均值|平均水平|均值)[^。]{0,20}每/, 'M22'],
  [/满意[度率]|民意调查|测评得分/, 'M27'],
  [/(?:好|优秀?)[^，。；]{0,4}得?\d+[^。]{0,20}(?:一般|较好|良好?)[^。]{0,20}(?:差|合格|一般)/, 'M26'],
  [
    /(?:得|计|记)\s?\d+(?:\.\d+)?\s?分[^。]{0,80}(?:以上|以下|不足|之间|[—–~～-])[^。]{0,40}(?:得|计|记)\s?\d+(?:\.\d+)?\s?分|不足[^。]{0,20}不得分/,
    'M05',
  ],
  [/得满分[^。]{0,30}(?:未|没有|不)[^。]{0,14}(?:不得分|得0分|零分)/, 'M04'],
]

/** Among sentences with 每…扣 or 每…加: rates step, counts count. */
function perUnit(sentence: string): MethodId | null {
  const deducts = /每[^，。；]{1,24}?[，,]?(?:扣|减)/.exec(sentence)
  const adds = /每[^，。；]{1,24}?[，,]?(?:加|得|奖|计)/.exec(sentence)
  const first = deducts && (!adds || deducts.index <= adds.index) ? deducts : adds
  if (!first) return null
  if (step.test(first[0])) return 'M06'
  return first === deducts ? 'M16' : 'M17'
}

/** The method that the words of a sentence show, where the rule language does not read the whole of it; null where they show none. */
export function methodByWords(sentence: string): MethodId | null {
  const special = turns.find(([form]) => form.test(sentence))?.[1]
  if (special) return special
  return (
    perUnit(sentence) ??
    (/(?:按|依)[^，。；]{0,12}(?:比例|完成率|完成比|百分比)[^，。；]{0,8}(?:得|计|扣|折)/.test(sentence) ? 'M01' : null)
  )
}
