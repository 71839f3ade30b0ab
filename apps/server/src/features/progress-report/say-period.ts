/** `2025-03` is 2025年3月, `2025-Q1` is 2025年第1季度. */
export const sayPeriod = (period: string): string => {
  const [year = '', part = ''] = period.split('-')
  return part.startsWith('Q') ? `${year}年第${part.slice(1)}季度` : `${year}年${Number(part)}月`
}
