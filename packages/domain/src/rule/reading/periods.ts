/** The periods of a year, as sentences call them. */
export const quarters = ['一季度', '二季度', '三季度', '四季度']
export const halves = ['上半年', '下半年']
export const months = [
  '一月',
  '二月',
  '三月',
  '四月',
  '五月',
  '六月',
  '七月',
  '八月',
  '九月',
  '十月',
  '十一月',
  '十二月',
]
