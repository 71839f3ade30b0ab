import type { Heading } from './model.ts'

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–99 as Chinese numerals: 十一, 二十, 九十九. */
export function hanNumber(n: number): string {
  const tens = Math.floor(n / 10)
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[n % 10]}`
}

const label: Record<Heading['level'], (n: number) => string> = {
  1: (n) => `${hanNumber(n)}、`,
  2: (n) => `（${hanNumber(n)}）`,
  3: (n) => `${n}.`,
  4: (n) => `（${n}）`,
}

/** A counter of headings: called with each heading's level in order, answers the number to print before it. */
export function headingCounter(): (level: Heading['level']) => string {
  const counts = [0, 0, 0, 0, 0]
  return (level) => {
    counts[level] = (counts[level] ?? 0) + 1
    counts.fill(0, level + 1)
    return label[level](counts[level] ?? 1)
  }
}
