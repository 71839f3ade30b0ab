import type { Reading } from '../read.ts'
import type { Finding } from './findings.ts'
import { placesOf } from './patterns.ts'

const source =
  /(?:根据|依据|按照?|参照|执行)[^，。；\n]{0,60}?(?:有关|相关)(?:规定|要求|标准|文件|办法|精神)|(?:根据|按照?)(?:指标)?(?:核验|考核|评分|验收|统计)标准(?![》（(见]|详见)/

/** Rules and standards that are named and neither numbered nor given. */
export const lintSources = (reading: Reading): readonly Finding[] => placesOf(reading, 'notice.sourceUnnamed', source)
