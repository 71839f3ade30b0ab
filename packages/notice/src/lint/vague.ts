import type { Reading } from '../read.ts'
import type { Finding } from './findings.ts'
import { placesOf } from './patterns.ts'

const vague =
  /适时(?:组织)?(?:开展|进行|调整|通报)|尽可能(?:多|地)|酌情(?:予以)?(?:扣分|加分|扣减|给分|处理)?|视情(?:况|节)?(?:轻重)?(?:予以|给予)?(?:扣分|加分|扣减|确定)?|适当(?:予以|给予)?(?:形式|方式|扣分|加分|奖励|扣减|倾斜|兑现|照顾|上浮|下调)|定期或不定期|(?:根据|按照?)(?:工作)?实际(?:情况|需要)?(?:研究)?确定是否[^，。）)]{0,12}|扣\s?\d+(?:\.\d+)?\s?[-—－~～至]\s?\d+(?:\.\d+)?\s?分|(?:成效|效果|成绩)(?:明显|显著|突出|较好|不明显|较差)的|(?:工作|组织|落实)(?:不力|较好|较差|不到位|不够)的|等(?:科室|部门|单位)(?=配合|参与|协助)/

/** Scoring words without measure, open lists, decisions left to nobody. */
export const lintVague = (reading: Reading): readonly Finding[] => placesOf(reading, 'notice.vague', vague)
