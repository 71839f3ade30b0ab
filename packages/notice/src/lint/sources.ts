import type { Reading } from '../read.ts'
import type { Finding } from './findings.ts'
import { placesOf } from './patterns.ts'

const source =
  /(?:根据|依据|按照?|参照|执行)[^，。；\n]{0,60}?(?:有关|相关)(?:规定|要求|标准|文件|办法|精神)|(?:根据|按照?)(?:指标)?(?:核验|考核|评分|验收|统计)标准(?![》（(见]|详见)/

/** 根据《…》等有关规定 names one; 干部管理权限 and the law are known without it. */
const named = /《|权限|法律|法规|党纪|政纪|纪律/

/** 按照有关规定追究责任: what becomes of somebody afterwards, and no measure of the appraisal. */
const aftermath = /^[^。；\n]{0,24}?(?:追究|追责|问责|处理|处分|处罚|查处|移[送交]|办理|给予|予以|严肃|执行)/

/** Rules and standards that are named and neither numbered nor given. */
export const lintSources = (reading: Reading): readonly Finding[] => {
  const { text } = reading.context
  return placesOf(reading, 'notice.sourceUnnamed', source).filter(
    ({ at }) =>
      !named.test(text.slice(at.start, at.end)) &&
      !aftermath.test(text.slice(at.end, Math.min(text.length, at.end + 40))),
  )
}
